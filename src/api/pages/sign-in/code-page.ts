import type { RequestHandler } from 'express';
import { ok, refuse } from '../../../domain/result.js';
import { factorsOf } from '../../../usecases/factors/factors-of.js';
import { passkeyToUse, tryPasskey } from '../../../usecases/factors/passkey-factors.js';
import { tryCode } from '../../../usecases/factors/try-code.js';
import type { AppDeps } from '../../app-deps.js';
import { passFactor, wayToProve } from '../../auth/sign-in-state.js';
import { paths } from '../../paths.js';
import { leadTo } from '../kit/elsewhere.js';
import { fieldsOf, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { formPage } from '../kit/form-page.js';
import { safeNext } from '../parts/safe-next.js';
import { landing } from './landing.js';

interface Answer {
  way: 'code' | 'passkey';
  /** What was typed, or what the browser's script has from the passkey. */
  given: string;
}

/** Asks for the second factor: after a link, and again before what must not be done from a desk somebody has left. */
export function codePage({ auth, services, config }: AppDeps): Record<'show' | 'send', RequestHandler> {
  return formPage(services, {
    name: 'second-factor',
    unavailable: 'try-again-nothing-lost',
    async load(req) {
      const next = safeNext(req.method === 'POST' ? one(fieldsOf(req.body), 'next') : req.query.next) ?? '';
      const state = req.signIn;
      if (!state?.hasFactor) return leadTo(wayToProve(state, next));
      return { state, next, factors: await factorsOf(services, state.who) };
    },
    form: ({ next }, _standing, { public: { signIn } }): Form => {
      const text = signIn.pages.code;
      return {
        action: paths.signInPage('code'),
        which: { way: 'code' },
        hidden: { next },
        fields: [
          {
            type: 'line',
            name: 'code',
            label: text.label,
            hint: text.hint,
            size: 'regular',
            width: 20,
            autocomplete: 'one-time-code',
            spellcheck: false,
            missing: text.missing,
          },
        ],
        buttons: [{ text: text.button }],
      };
    },
    others: ({ next, factors }, _standing, { public: { signIn } }) =>
      factors.passkeys.length > 0
        ? { passkey: passkeyForm(paths.signInPage('code'), next, signIn.pages.code.passkeyButton) }
        : ({} as Record<string, Form>),
    async view({ state, factors }, _standing, { texts }) {
      const text = texts.public.signIn.pages.code;
      return {
        template: 'pages/sign-in/code.njk',
        section: 'sign-in',
        title: text.title,
        lead: [state.waiting ? (factors.app ? text.lead : text.passkeyOnly) : text.again],
        text,
        options: await passkeyToUse(services, auth.passkeys, state.who, state.session),
        lost: state.who.kind === 'user' ? text.lost : text.lostPerson,
      };
    },
    read: (fields) =>
      ok<Answer>(
        one(fields, 'way') === 'passkey'
          ? { way: 'passkey', given: one(fields, 'answer') }
          : { way: 'code', given: one(fields, 'code') },
      ),
    // Never what was typed, not even as a digest.
    content: () => null,
    async act({ way, given }, { page: { state }, req, res }) {
      const tried =
        way === 'code'
          ? await tryCode(services, auth.appCodes, state.who, given)
          : await tryPasskey(services, auth.passkeys, state.who, state.session, given);
      if (!tried.ok) return tried;
      return (await passFactor({ auth, config }, { req, res }, state))
        ? ok(null)
        : refuse('signed-out-meanwhile');
    },
    // No code is shown twice.
    retyped: (_problem, { code: _code, answer: _answer, ...fields }) => fields,
    done: (_value, { page: { state, next } }) => landing(state.who, next),
  });
}

/** Sent by the script that asks for the passkey; its button is shown by it, too. */
export const passkeyForm = (action: string, next: string, button: string): Form => ({
  id: 'passkey',
  action,
  which: { way: 'passkey' },
  hidden: { next, answer: '' },
  buttons: [{ text: button, style: 'secondary' }],
});
