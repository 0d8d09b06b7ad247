import type { RequestHandler } from 'express';
import { ok, type Result, refuse } from '../../../domain/result.js';
import { addApp, secretToAdd } from '../../../usecases/factors/app-factor.js';
import { factorsOf } from '../../../usecases/factors/factors-of.js';
import { addPasskey, passkeyToAdd } from '../../../usecases/factors/passkey-factors.js';
import type { AppDeps } from '../../app-deps.js';
import { passFactor, wayToProve } from '../../auth/sign-in-state.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { leadTo, showInstead } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { formPage } from '../kit/form-page.js';
import { safeNext } from '../parts/safe-next.js';
import { passkeyForm } from './code-page.js';
import { landing } from './landing.js';

/**
 * A factor is set up: by staff who have none and get no further without, or added by anybody on the page of their
 * account. The page `where` it stands for one of them.
 */
export function setUpPage(
  { auth, services, config }: AppDeps,
  where: 'sign-in' | 'account',
): Record<'show' | 'send', RequestHandler> {
  const address = where === 'sign-in' ? paths.signInPage('set-up') : paths.accountPage('add');
  return formPage(services, {
    name: 'factor-added',
    unavailable: 'try-again-nothing-lost',
    async load(req) {
      const next = safeNext(req.method === 'POST' ? one(fieldsOf(req.body), 'next') : req.query.next) ?? '';
      const state = req.signIn;
      if (!state) return leadTo(wayToProve(state, next));
      // Who has one proves it first, and adds another on the page of their account.
      if (where === 'sign-in' && !state.waiting) return leadTo(paths.account);
      if (state.waiting && (where === 'account' || state.hasFactor)) return leadTo(wayToProve(state, next));
      return { state, next, factors: await factorsOf(services, state.who) };
    },
    form({ next, factors }, _standing, { public: { signIn } }): Form | null {
      const text = signIn.pages['set-up'];
      if (factors.app) return null;
      return {
        action: address,
        which: { way: 'code' },
        hidden: { next },
        fields: [
          {
            type: 'line',
            name: 'code',
            label: text.label,
            hint: text.hint,
            size: 'regular',
            width: 10,
            inputmode: 'numeric',
            autocomplete: 'one-time-code',
            spellcheck: false,
            missing: text.missing,
          },
        ],
        buttons: [{ text: text.button }],
      };
    },
    others: ({ next }, _standing, { public: { signIn } }) => ({
      passkey: passkeyForm(address, next, signIn.pages['set-up'].passkeyButton),
    }),
    async view({ state, factors }, _standing, { texts }) {
      const text = texts.public.signIn.pages['set-up'];
      const app = factors.app ? null : await secretToAdd(services, auth.appCodes, state.who, state.session);
      return {
        template: 'pages/sign-in/set-up.njk',
        section: where === 'sign-in' ? 'sign-in' : 'account',
        title: where === 'sign-in' ? text.title : text.addTitle,
        lead: [where === 'sign-in' ? text.lead : text.addLead],
        text,
        app: app && { ...app.picture, key: inFours(app.secret) },
        options: await passkeyToAdd(services, auth.passkeys, state.who, state.session),
        ...(where === 'account' && { backLink: paths.account }),
      };
    },
    read: (fields) =>
      ok(
        one(fields, 'way') === 'passkey'
          ? { way: 'passkey', given: one(fields, 'answer') }
          : { way: 'code', given: one(fields, 'code') },
      ),
    content: () => null,
    async act({ way, given }, { page: { state }, req, res }): Promise<Result<{ codes: string[] }>> {
      const { session, waiting: first, who } = state;
      const added =
        way === 'code'
          ? await addApp(services, auth.appCodes, who, { typed: given, session, first })
          : await addPasskey(services, auth.passkeys, who, { answer: given, session, first });
      if (!added.ok) return added;
      return (await passFactor({ auth, config }, { req, res }, state))
        ? added
        : refuse('signed-out-meanwhile');
    },
    retyped: (_problem, { code: _code, answer: _answer, ...fields }) => fields,
    done({ codes }, { page: { state, next }, req }) {
      const on = where === 'sign-in' ? landing(state.who, next) : `${paths.account}?done=added`;
      return codes.length === 0 ? on : showCodes(req.texts, codes, on);
    },
  });
}

/** No redirect: the codes stand nowhere but in this answer. */
export function showCodes(texts: Texts, codes: string[], on: string) {
  const text = texts.public.signIn.recoveryCodes;
  return showInstead('pages/sign-in/recovery-codes.njk', {
    section: 'account',
    title: text.title,
    text,
    codes,
    on,
  });
}

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');
