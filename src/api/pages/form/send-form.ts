import type { Actor } from '../../../domain/people/actor.js';
import type { Submission } from '../../../domain/requests/submission.schema.js';
import { ok, type Result } from '../../../domain/result.js';
import type { Caller } from '../../../usecases/limits/caller.js';
import { mayHoldForm } from '../../../usecases/requests/may-hold-form.js';
import { submitRequest } from '../../../usecases/requests/submit-request.js';
import { submitUnconfirmed } from '../../../usecases/requests/submit-unconfirmed.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';

/**
 * Sends a form. Who is signed in has a request at once; anybody else's answers are held, sealed, until the link
 * mailed to them is used. `draftId`: whose documents go along. `formId` is the form's own: the same form is one request, or held once. Returns the page
 * that says so.
 */
export async function sendForm(
  { services }: AppDeps,
  { actor, caller }: { actor: Actor; caller: Caller },
  submission: Submission,
  formId: string,
  draftId: string | null = null,
): Promise<Result<string>> {
  if (actor.kind === 'person' || actor.kind === 'user') {
    const submitted = await submitRequest(services, actor, submission, {
      id: formId,
      files: draftId === null ? undefined : { draftId },
    });
    if (!submitted.ok) return submitted;
    const { id } = submitted.value;
    return ok(actor.kind === 'user' ? paths.staff.request(id) : paths.myRequestSent(id));
  }
  const may = await mayHoldForm(services, caller);
  if (!may.ok) return may;
  const held = await submitUnconfirmed(services, submission, formId, caller, draftId);
  return held.ok ? ok(paths.form.sent) : held;
}
