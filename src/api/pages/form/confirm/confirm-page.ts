import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../../../domain/result.js';
import { ok } from '../../../../domain/result.js';
import { ownRefusal } from '../../../../usecases/conduct/active-refusal.js';
import { heldFileNames } from '../../../../usecases/forms/form-files.js';
import { ownsAddress } from '../../../../usecases/people/owns-address.js';
import { confirmSubmission } from '../../../../usecases/requests/confirm-submission.js';
import type { UnconfirmedRow } from '../../../../usecases/requests/unconfirmed-submission.js';
import {
  discardSubmission,
  formOfLink,
  tryFormAddress,
} from '../../../../usecases/requests/waiting-submission.js';
import { resolveActor } from '../../../../usecases/sign-in/resolve-actor.js';
import type { AppDeps } from '../../../app-deps.js';
import { type KnownAddresses, openedForm } from '../../../auth/known-addresses.js';
import { welcome } from '../../../auth/known-browsers.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import { NO_ERRORS } from '../../../views/page-errors.js';
import { type Elsewhere, leadTo, showInstead } from '../../kit/elsewhere.js';
import { fieldsOf, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type Asked, formPage, type Standing } from '../../kit/form-page.js';
import { param } from '../../parts/page-deps.js';
import { signedInAs } from '../../parts/signed-in-as.js';
import { typedAddress, whoseForm, whoseView } from '../../parts/whose-address.js';
import type { DraftStore } from '../draft-store.js';
import { noAssistance } from '../no-assistance.js';
import { sentFormId } from '../sent-form-id.js';
import { confirmedView, formView, mayBeConfirmed } from './confirm-view.js';

interface Page {
  row: UnconfirmedRow;
  /** Whether this browser sent the form. */
  own: boolean;
  /** `named`: its address was typed just now. */
  reads: 'always' | 'named' | 'never';
}

/**
 * What the link of a form leads to: the form as it would be sent, to be confirmed or thrown away. Opening it does
 * nothing. A browser that has neither sent the form nor named its address names it first: links are forwarded. The
 * link opens this form alone; only the browser that sent the form, and holds the link too, is signed in by it.
 */
export function confirmFormPage(
  deps: AppDeps,
  drafts: DraftStore,
  addresses: KnownAddresses,
): Record<'show' | 'send', RequestHandler> {
  const { services, auth } = deps;
  const rowOf = (req: Request) => formOfLink(services, param(req, 'token'));

  return formPage(services, {
    name: 'confirm-form',
    unavailable: 'try-again-nothing-lost',
    async load(req, res): Promise<Page | Elsewhere> {
      const row = await rowOf(req);
      if (!row) return gone(req);
      const own = (await sentFormId(drafts, req)) === row.id;
      if (own || addresses.knows(req, openedForm(row)) || signedInAs(req.actor) === row.email) {
        return req.method === 'GET' && row.confirmedAt ? confirmed(req, row) : { row, own, reads: 'always' };
      }
      if (req.method === 'GET') return { row, own, reads: 'never' };
      return named(req, res, row);
    },
    form({ row, reads }, standing, texts) {
      const text = texts.requester.confirmation;
      if (reads === 'never') return whoseForm(text.whose);
      return mayBeConfirmed(deps, row) ? confirmForm(text.confirm, row, standing) : null;
    },
    others: ({ row, reads }, _standing, { requester: { confirmation } }) =>
      reads === 'never' ? noForms : { discard: discardForm(confirmation.confirm, row) },
    async view({ row, own, reads }, standing, req) {
      const text = req.texts.requester.confirmation;
      if (reads === 'never') return { section: 'form', ...whoseView(text.whose, row.email, req) };
      const refused = standing.problem as Problem | null;
      const view = formView(deps, row, { texts: req.texts, own, refused });
      const other = signedInAs(req.actor);
      return {
        template: 'pages/form/confirm/confirm.njk',
        section: 'form',
        title: text.confirm.title,
        text,
        ...view,
        files: await heldFileNames(services, row.id),
        other: other !== null && other !== row.email ? text.confirm.other(other) : null,
        mine: req.actor.kind === 'person',
        errors: view.refused ? { summary: [{ text: view.refused.detail }], byField: {} } : NO_ERRORS,
      };
    },
    async read(fields, { row, reads }, req) {
      if (reads === 'never')
        return wrongFields([{ pointer: '/email', message: req.texts.requester.confirmation.whose.wrong }]);
      const discards = one(fields, 'discard') === 'yes' && !row.confirmedAt;
      if (discards || one(fields, 'confirms') === 'yes') return ok(discards ? 'discard' : 'confirm');
      // Only the page that shows the form confirms it: an address typed twice doesn't.
      if (reads === 'always') return leadTo(req.path);
      // Shown at once: browsers inside mail programs may keep no cookie. Its forms carry the address on.
      return row.confirmedAt ? confirmed(req, row) : null;
    },
    act: (what, asked) => (what === 'discard' ? discard(asked) : confirm(asked)),
    done: (there) => there,
  });

  /** For this form alone: other links mailed to the address ask for themselves. */
  async function named(req: Request, res: Response, row: UnconfirmedRow): Promise<Page | Elsewhere> {
    const address = typedAddress(one(fieldsOf(req.body), 'email'));
    if (address !== null && (await tryFormAddress(services, row.id, address))) {
      addresses.remember(req, res, openedForm(row));
      return { row, own: false, reads: 'named' };
    }
    return (await rowOf(req)) ? { row, own: false, reads: 'never' } : gone(req);
  }

  async function confirmed({ texts }: Request, row: UnconfirmedRow): Promise<Elsewhere> {
    const text = texts.requester.confirmation;
    const { email, target, ...view } = await confirmedView(deps, texts, row);
    return showInstead('pages/form/confirm/confirmed.njk', {
      section: 'form',
      title: text.confirmed.title,
      text,
      ...view,
      form: {
        action: paths.signIn,
        hidden: { email, next: target },
        buttons: [{ text: text.confirmed.signIn }],
      },
    });
  }

  async function discard({ req }: Asked<Page>) {
    await discardSubmission(services, param(req, 'token'));
    return ok<string | Elsewhere>(discarded(req));
  }

  async function confirm({ req, res, page: { row, own } }: Asked<Page>) {
    const done = await confirmSubmission(services, param(req, 'token'));
    if (!done.ok && done.problem.code === 'assistance-refused') {
      // It stays as long as it would have: taken back before, the refusal has cost them no word.
      const refusal = await ownRefusal(services, req.actor);
      return ok<string | Elsewhere>(noAssistance(services, req, refusal, row.expiresAt));
    }
    if (!done.ok) return done.problem.code === 'not-found' ? ok<string | Elsewhere>(gone(req)) : done;
    // The form is confirmed whatever comes of that; of two presses at once one may not sign in.
    const signed = await signIn(req, res, row, own).catch((error: unknown) => {
      services.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'not signed in');
      return false;
    });
    return ok<string | Elsewhere>(
      signed ? paths.myRequestSent(done.value.requestId) : await confirmed(req, row),
    );
  }

  /** True when the link also signs in here: its sender opened it where they filled in the form. */
  async function signIn(req: Request, res: Response, row: UnconfirmedRow, own: boolean): Promise<boolean> {
    if (req.actor.kind === 'person') return ownsAddress(services, req.actor, row.email);
    if (req.actor.kind !== 'public' || !own) return false;
    // Staff sign in by their own links alone.
    const who = await resolveActor(services, row.email);
    if (who.kind !== 'person') return false;
    const used = await auth.enter(row.email);
    if (used) await welcome(deps, req, res, { who, by: 'form' });
    for (const cookie of used?.setCookies ?? []) res.append('Set-Cookie', cookie);
    return used !== null;
  }
}

const noForms: Record<string, Form> = {};

type Words = Texts['requester']['confirmation']['confirm'];

const confirmForm = (text: Words, { email }: UnconfirmedRow, { problem }: Standing): Form => ({
  which: { confirms: 'yes' },
  hidden: { email },
  buttons: [{ text: problem ? text.again : text.confirm }],
});

const discardForm = (text: Words, { email }: UnconfirmedRow): Form => ({
  hidden: { email },
  buttons: [{ text: text.discard, name: 'discard', value: 'yes', style: 'warning' }],
});

function gone({ texts }: Request): Elsewhere {
  const text = texts.requester.confirmation;
  return showInstead('pages/form/confirm/gone.njk', { section: 'form', title: text.gone.title, text }, 404);
}

function discarded({ texts }: Request): Elsewhere {
  const { title, lead } = texts.requester.confirmation.discarded;
  return showInstead('pages/kit/form-page.njk', { section: 'form', title, lead: [lead] });
}
