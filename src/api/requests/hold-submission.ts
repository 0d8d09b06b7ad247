import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import { intake } from '../../domain/requests/intake.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { waitingOf } from '../../domain/requests/unconfirmed-submission.js';
import { submissionExpiryWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { todayOf } from '../../usecases/calendar/today-of.js';
import { enqueueStart } from '../../usecases/outbox/enqueue.js';
import { mailConfirmation } from '../../usecases/requests/confirmation-mail.js';
import { type Asker, mayMailForm } from '../../usecases/requests/may-mail-form.js';
import { inRecording } from '../../usecases/requests/request-row.js';
import { sealSubmission } from '../../usecases/requests/unconfirmed-submission.js';

/**
 * Keeps a web form of somebody whose address is not proved yet, sealed, and mails its link there. It counts from now
 * once they confirm it through that link; its own small workflow reminds them, and erases it in the end. Under the
 * same id it is kept once, though no mail may leave just now. Nothing here depends on whether the address is known.
 */
export async function holdSubmission(
  services: Services,
  submission: Submission,
  id: string,
  asker: Asker | null = null,
): Promise<Result<{ id: string; email: string }>> {
  const { program } = services.programs.current();
  const taken = intake(submission, program, []);
  if (!taken.ok) return taken;
  const sentAt = services.clock.now();
  const slip = refuseCourtDate(submission.courtOrFilingDeadline, todayOf(services));
  if (slip) return slip;
  const dataKey = services.vault.newDataKey();
  const { remindAt, expiresAt } = waitingOf(sentAt, program.clock);
  const email = submission.requester.email;
  const mayLeave = await mayMailForm(services, email, asker);
  await inRecording(services, async (tx, toKick) => {
    const { count } = await tx.unconfirmedSubmission.createMany({
      skipDuplicates: true,
      data: {
        id,
        email,
        dataKey,
        sealed: sealSubmission(services, { id, dataKey }, submission),
        sentAt,
        expiresAt,
        nextDueAt: remindAt[0] ?? expiresAt,
      },
    });
    if (count === 0) return;
    const row = await tx.unconfirmedSubmission.findUniqueOrThrow({ where: { id } });
    await mailConfirmation(tx, services, toKick, {
      row,
      again: false,
      occasion: null,
      at: sentAt,
      mayLeave,
    });
    const workflowId = submissionExpiryWorkflowId(id);
    await enqueueStart(tx, {
      workflowId,
      name: 'submissionExpiry',
      input: { v: 1, id, remindAt, expiresAt },
      at: sentAt,
    });
    toKick(workflowId);
  });
  return ok({ id, email });
}
