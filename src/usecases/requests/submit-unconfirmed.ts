import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import { intake } from '../../domain/requests/intake.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { waitingOf } from '../../domain/requests/unconfirmed-submission.js';
import { unconfirmedSubmissionWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { holdFormFiles } from '../forms/form-files.js';
import { recording } from '../recording.js';
import { mailConfirmation } from './confirmation-mail.js';
import { type Asker, mayMailForm } from './may-mail-form.js';
import { sealSubmission } from './unconfirmed-submission.js';

/**
 * Keeps a web form of somebody whose address is not proved yet, sealed, and mails its link there. It counts from now
 * once they confirm it through that link; its own small workflow reminds them, and erases it in the end. Under the
 * same id it is kept once, with the documents of its draft, though no mail may leave just now. Nothing here depends on whether the address is known.
 */
export async function submitUnconfirmed(
  services: Services,
  submission: Submission,
  id: string,
  asker: Asker | null = null,
  draftId: string | null = null,
): Promise<Result<{ id: string; email: string }>> {
  const { program } = services.programs.current();
  const taken = intake(submission, program, []);
  if (!taken.ok) return taken;
  const slip = refuseCourtDate(submission.courtOrFilingDeadline, todayOf(services));
  if (slip) return slip;
  const dataKey = services.vault.newDataKey('unconfirmed_submission');
  const email = submission.requester.email;
  const mayLeave = await mayMailForm(services, email, asker);
  await recording(services, async (rec) => {
    const { tx, at: sentAt } = rec;
    const { remindAt, expiresAt } = waitingOf(sentAt, program.clock);
    const { count } = await tx.unconfirmedSubmission.createMany({
      skipDuplicates: true,
      data: {
        id,
        email,
        dataKeyId: dataKey.id,
        sealed: sealSubmission(services, { id, dataKey }, submission),
        sentAt,
        expiresAt,
        nextDueAt: remindAt[0] ?? expiresAt,
      },
    });
    if (count === 0) return;
    rec.behind.insert('dataKey', dataKey);
    if (draftId !== null) await holdFormFiles(tx, draftId, id);
    const row = await tx.unconfirmedSubmission.findUniqueOrThrow({ where: { id } });
    await mailConfirmation(rec, services, {
      row: { ...row, dataKey },
      again: false,
      occasion: null,
      mayLeave,
    });
    const expiry = { v: 1, id, remindAt, expiresAt } as const;
    rec.outbox.start('submissionExpiry', unconfirmedSubmissionWorkflowId(id), expiry);
  });
  return ok({ id, email });
}
