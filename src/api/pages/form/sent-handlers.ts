import type { Request, RequestHandler, Response } from 'express';
import { suggestAddress } from '../../../domain/people/suggest-address.js';
import { emailSchema } from '../../../domain/requests/submission.schema.js';
import type { Result } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { type KnownAddresses, openedForm } from '../../auth/known-addresses.js';
import { statusOf } from '../../errors.js';
import { type Caller, callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import { mayHoldForm } from '../../requests/may-hold-form.js';
import { mailAgain, moveSubmission, waitingForm, wasMailed } from '../../requests/waiting-submission.js';
import { confirmationText } from '../../text/confirmation.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { fieldsOf, one } from '../kit/fields.js';
import { erasedOn, filledInOn, ownDateNear } from './confirm/confirm-view.js';
import type { DraftStore } from './draft-store.js';
import { sentFormId } from './sent-form-id.js';

const text = confirmationText.sent;

/**
 * After sending: where the link went, to be corrected or mailed again by the browser that sent the form, and by no
 * other. What became of the form meanwhile is not told here: its sender need not be who they said they were.
 */
export function sentHandlers(
  deps: AppDeps,
  drafts: DraftStore,
  addresses: KnownAddresses,
): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;

  async function render(req: Request, res: Response, typed: string | null, errors: PageErrors, status = 200) {
    const id = await sentFormId(drafts, req);
    const form = id === null ? null : await waitingForm(services, id);
    const suggestion = form && suggestAddress(form.email);
    const done = typeof req.query.done === 'string' ? text.done[req.query.done] : undefined;
    const unsent = form !== null && !(await wasMailed(services, form));
    res.status(status).render('pages/form/sent.njk', {
      section: 'form',
      title: unsent ? text.unsent.title : text.title,
      text,
      unsent,
      done: form ? done : undefined,
      wentOut: req.query.done !== 'later',
      nothing: id === null ? text.elsewhere : text.over,
      form: form && {
        email: form.email,
        step: unsent ? text.unsent.step : text.step(filledInOn(deps, form)),
        erased: text.erased(erasedOn(deps, form)),
        ownDate: ownDateNear(deps, form),
        suggestion,
        typed: typed ?? '',
      },
      errors,
    });
  }

  async function move(id: string, email: string, caller: Caller): Promise<Result<boolean>> {
    const may = await mayHoldForm(services, caller);
    return may.ok ? moveSubmission(services, id, email, caller) : may;
  }

  return {
    show: (req, res) => render(req, res, null, NO_ERRORS),
    async send(req, res) {
      const id = await sentFormId(drafts, req);
      if (id === null) return res.redirect(303, paths.form.sent);
      const fields = fieldsOf(req.body);
      const caller = callerOf(req, deps.config);
      const again = one(fields, 'again') === 'yes';
      const typed = one(fields, 'email');
      const email = emailSchema.safeParse(typed);
      if (!again && !email.success) {
        const errors = pageErrors([{ pointer: '/email', message: text.addressError }]);
        return render(req, res, typed, errors, 422);
      }
      const sent = await attempt(services, 'form-sent', confirmationText.unavailable, () =>
        email.success && !again ? move(id, email.data, caller) : mailAgain(services, id, caller),
      );
      if (!sent.ok && sent.problem.code !== 'not-found') {
        const errors = pageErrors([{ pointer: '/email', message: sent.problem.detail }]);
        return render(req, res, typed, errors, statusOf(sent.problem.code));
      }
      if (email.success && !again) addresses.remember(req, res, openedForm({ id, email: email.data }));
      const done = again ? 'again' : 'changed';
      res.redirect(303, `${paths.form.sent}?done=${sent.ok && !sent.value ? 'later' : done}`);
    },
  };
}
