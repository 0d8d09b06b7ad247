import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../../../domain/result.js';
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
import { statusOf } from '../../../errors.js';
import { paths } from '../../../paths.js';
import { confirmationText as text } from '../../../text/confirmation.js';
import { NO_ERRORS } from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { fieldsOf, one } from '../../kit/fields.js';
import { param } from '../../parts/page-deps.js';
import { signedInAs } from '../../parts/signed-in-as.js';
import { askWhose, typedAddress } from '../../parts/whose-address.js';
import type { DraftStore } from '../draft-store.js';
import { sentFormId } from '../sent-form-id.js';
import { confirmedView, formView } from './confirm-view.js';

const FOLDER = 'pages/form/confirm';

/**
 * What the link of a form leads to: the form as it would be sent, to be confirmed or thrown away. Opening it does
 * nothing. A browser that has neither sent the form nor named its address names it first: links are forwarded. The
 * link opens this form alone; only the browser that sent the form, and holds the link too, is signed in by it.
 */
export function confirmFormHandlers(
  deps: AppDeps,
  drafts: DraftStore,
  addresses: KnownAddresses,
): { show: RequestHandler; send: RequestHandler } {
  const { services, auth } = deps;
  const formOf = (req: Request) => formOfLink(services, param(req, 'token'));
  const isSender = async (req: Request, row: UnconfirmedRow) => (await sentFormId(drafts, req)) === row.id;
  const mayRead = async (req: Request, row: UnconfirmedRow) =>
    addresses.knows(req, openedForm(row)) ||
    signedInAs(req.actor) === row.email ||
    (await isSender(req, row));

  const page = (res: Response, name: string, title: string, data: object = {}) =>
    res.render(`${FOLDER}/${name}.njk`, { section: 'form', title, text, errors: NO_ERRORS, ...data });
  const gone = (res: Response) => page(res.status(404), 'gone', text.gone.title);

  const whose = (req: Request, res: Response, { email }: UnconfirmedRow, typed?: string) =>
    askWhose(req, res, {
      section: 'form',
      text: text.whose,
      email,
      typed,
      wrong: typed === undefined ? undefined : text.whose.wrong,
    });

  async function form(req: Request, res: Response, row: UnconfirmedRow, refused: Problem | null) {
    const view = formView(deps, row, { texts: req.texts, own: await isSender(req, row), refused });
    const other = signedInAs(req.actor);
    const errors = view.refused ? { summary: [{ text: view.refused.detail }], byField: {} } : NO_ERRORS;
    page(res.status(refused ? statusOf(refused.code) : 200), 'confirm', text.confirm.title, {
      ...view,
      other: other !== null && other !== row.email ? text.confirm.other(other) : null,
      email: row.email,
      mine: req.actor.kind === 'person',
      errors,
    });
  }

  const confirmed = async (res: Response, row: UnconfirmedRow) =>
    page(res, 'confirmed', text.confirmed.title, await confirmedView(deps, res.req.texts, row));

  /** True when the link also signs in here: its sender opened it where they filled in the form. */
  async function signIn(req: Request, res: Response, row: UnconfirmedRow): Promise<boolean> {
    if (req.actor.kind === 'person') return ownsAddress(services, req.actor.id, row.email);
    if (req.actor.kind !== 'public' || !(await isSender(req, row))) return false;
    // Staff sign in by their own links alone.
    if ((await resolveActor(services, row.email)).kind !== 'person') return false;
    const used = await auth.use(await auth.make({ email: row.email, validMs: 60_000 }));
    for (const cookie of used?.setCookies ?? []) res.append('Set-Cookie', cookie);
    return used !== null;
  }

  async function confirm(req: Request, res: Response, row: UnconfirmedRow) {
    const done = await attempt(services, 'confirm-form', 'try-again-nothing-lost', () =>
      confirmSubmission(services, param(req, 'token')),
    );
    if (done.ok) {
      if (await signIn(req, res, row)) return res.redirect(303, paths.myRequestSent(done.value.requestId));
      return confirmed(res, row);
    }
    if (done.problem.code === 'not-found') return gone(res);
    await form(req, res, row, done.problem);
  }

  return {
    async show(req, res) {
      const row = await formOf(req);
      if (!row) return gone(res);
      if (!(await mayRead(req, row))) return whose(req, res, row);
      if (!row.confirmedAt) return form(req, res, row, null);
      await confirmed(res, row);
    },
    async send(req, res) {
      const fields = fieldsOf(req.body);
      const row = await formOf(req);
      if (!row) return gone(res);
      if (!(await mayRead(req, row))) {
        const typed = one(fields, 'email');
        const address = typedAddress(typed);
        if (address === null || !(await tryFormAddress(services, row.id, address))) {
          return (await formOf(req)) ? whose(req, res, row, typed) : gone(res);
        }
        // For this form alone: other links mailed to the address ask for themselves.
        addresses.remember(req, res, openedForm(row));
        // Shown at once: browsers inside mail programs may keep no cookie. Its forms carry the address on.
        if (one(fields, 'confirms') !== 'yes' && one(fields, 'discard') !== 'yes') {
          return row.confirmedAt ? confirmed(res, row) : form(req, res, row, null);
        }
      }
      if (one(fields, 'discard') === 'yes' && !row.confirmedAt) {
        await discardSubmission(services, param(req, 'token'));
        return page(res, 'discarded', text.discarded.title);
      }
      // Only the page that shows the form confirms it: an address typed twice doesn't.
      if (one(fields, 'confirms') !== 'yes') return res.redirect(303, req.path);
      await confirm(req, res, row);
    },
  };
}
