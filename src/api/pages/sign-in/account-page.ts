import type { Request } from 'express';
import { isStaff } from '../../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import { type Factors, factorsOf } from '../../../usecases/factors/factors-of.js';
import { renewCodes } from '../../../usecases/factors/recovery-codes.js';
import { removeFactor, staysAsLast } from '../../../usecases/factors/remove-factor.js';
import { endSessions, type KnownSession, sessionsOf } from '../../../usecases/sign-in/sessions.js';
import type { AppDeps } from '../../app-deps.js';
import { wayToProve } from '../../auth/sign-in-state.js';
import { paths } from '../../paths.js';
import type { SignInState } from '../../request-context.js';
import type { Texts } from '../../text/texts.js';
import { type Elsewhere, leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { showCodes } from './set-up-page.js';

// How one proves who one is, and where one is signed in: for staff and requesters alike.

interface Account {
  state: SignInState;
  factors: Factors;
  sessions: KnownSession[];
}

const button = (action: string, text: string, which: Record<string, string>, hiddenText?: string): Form => ({
  action,
  which,
  inline: true,
  buttons: [{ text, style: 'secondary', ...(hiddenText !== undefined && { hiddenText }) }],
});

const isRequired = ({ config }: AppDeps, { who }: SignInState): boolean =>
  config.secondFactor === 'required' && isStaff(who);

const listOf = (deps: AppDeps) => ({
  unavailable: 'try-again-nothing-lost' as const,
  async load(req: Request): Promise<Account | Elsewhere> {
    const state = req.signIn;
    if (!state || state.waiting) return leadTo(wayToProve(state, paths.account));
    const [factors, sessions] = await Promise.all([
      factorsOf(deps.services, state.who),
      sessionsOf(deps.services, state.who),
    ]);
    return { state, factors, sessions };
  },
  form: () => null,
  others(
    { state, factors, sessions }: Account,
    _standing: unknown,
    texts: Texts,
  ): Record<string, Form | Form[]> {
    const text = texts.public.account;
    const when = whenOf(texts, deps.services);
    const [remove, end] = [paths.accountPage('remove'), paths.accountPage('end')];
    return {
      remove: staysAsLast(factors, { required: isRequired(deps, state) })
        ? []
        : [
            ...(factors.app ? [button(remove, text.remove, { factor: 'app' }, text.app)] : []),
            ...factors.passkeys.map(({ id, createdAt }) =>
              button(remove, text.remove, { factor: id }, `${text.passkey}, ${when(createdAt)}`),
            ),
          ],
      codes: button(paths.accountPage('codes'), text.newCodes, { do: 'codes' }),
      ends: sessions.map(({ id, began }) => button(end, text.end, { session: id }, text.endOf(when(began)))),
      others: button(end, text.endOthers, { session: 'others' }),
    };
  },
  view({ state, factors, sessions }: Account, _standing: unknown, { query, texts }: Request) {
    const text = texts.public.account;
    const when = whenOf(texts, deps.services);
    const { done } = query;
    const used = (date: Date | null) => (date ? when(date) : text.never);
    return {
      template: 'pages/sign-in/account.njk',
      section: 'account',
      title: text.title,
      text,
      dataLink: isStaff(state.who) ? null : { href: paths.myData, text: texts.requester.privacy.link },
      done:
        typeof done === 'string' && Object.hasOwn(text.done, done)
          ? text.done[done as keyof typeof text.done]
          : null,
      factors: [
        ...(factors.app ? [{ what: text.app, since: when(factors.app), used: '' }] : []),
        ...factors.passkeys.map(({ createdAt, usedAt }) => ({
          what: text.passkey,
          since: when(createdAt),
          used: used(usedAt),
        })),
      ],
      last: staysAsLast(factors, { required: isRequired(deps, state) }) ? text.last : null,
      codesLeft: text.codesLeft(factors.codesLeft),
      sessions: sessions.map(({ id, began, lastUsed }) => ({
        began: when(began),
        lastUsed: when(lastUsed),
        isThis: id === state.session.sessionId,
      })),
    };
  },
});

const whenOf = (texts: Texts, { programs }: AppDeps['services']) => {
  const { zone } = programs.current().program;
  return (date: Date) => texts.dates.shortDateTime(date.toISOString(), zone);
};

export const accountPage = (deps: AppDeps): FormRoutes =>
  formPage(deps.services, {
    ...listOf(deps),
    name: 'account',
    read: () => ok(null),
    act: async () => ok(null),
    done: () => paths.account,
  });

/** One session, or all but this one. */
export const endSessionPage = (deps: AppDeps): FormRoutes =>
  formPage(deps.services, {
    ...listOf(deps),
    name: 'session-ended',
    // What is no session's id is none of theirs, and nothing to ask the database for.
    read: (fields) => ok(/^[\w-]{1,64}$/.exec(one(fields, 'session'))?.[0] ?? ''),
    async act(which, { page: { state } }): Promise<Result<string>> {
      const others = which === 'others';
      const { sessionId } = state.session;
      await endSessions(deps.services, state.who, others ? { allBut: sessionId } : { id: which });
      return ok(others ? 'others' : 'ended');
    },
    done: (done) => `${paths.account}?done=${done}`,
  });

export const removeFactorPage = (deps: AppDeps): FormRoutes =>
  formPage(deps.services, {
    ...listOf(deps),
    name: 'factor-removed',
    read: (fields) => ok(one(fields, 'factor')),
    act(which, { page: { state } }) {
      return removeFactor(deps.services, state.who, which, { required: isRequired(deps, state) });
    },
    done: () => `${paths.account}?done=removed`,
  });

/** Shown once, in the answer to the form. */
export const newCodesPage = (deps: AppDeps): FormRoutes =>
  formPage(deps.services, {
    ...listOf(deps),
    name: 'recovery-codes',
    read: () => ok(null),
    async act(_input, { page: { state } }): Promise<Result<string[]>> {
      if (!state.hasFactor) return refuse('no-factor');
      return ok(await renewCodes(deps.services, state.who));
    },
    done: (codes, { req }) => showCodes(req.texts, codes, paths.account),
  });
