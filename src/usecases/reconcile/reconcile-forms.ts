import { unconfirmedSubmissionWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { recording } from '../recording.js';
import { mailConfirmation } from '../requests/confirmation-mail.js';
import { lockSubmission, waitingUntil } from '../requests/unconfirmed-submission.js';
import type { ReconcileReport } from './report.js';

/** Each web form that waits has a process that reminds and erases it, and a link that was mailed. */
export async function reconcileForms(services: Services, report: ReconcileReport): Promise<void> {
  const waiting = await services.db.unconfirmedSubmission.findMany({ select: { id: true } });
  for (const { id } of waiting) {
    const workflowId = unconfirmedSubmissionWorkflowId(id);
    const running = await services.processes.stateOf(workflowId);
    report.checked += 1;
    if (running === 'unavailable') continue;
    await recording(services, async (rec) => {
      const row = await lockSubmission(rec, id);
      if (!row) return;
      if (running === 'missing') {
        const waiting = waitingUntil(services, row, rec.at);
        rec.outbox.start('submissionExpiry', workflowId, { v: 1, id, ...waiting });
        report.restarted.push(workflowId);
      }
      // Sent before forms had links of their own; one that was guessed at has another already.
      if (row.tokenHash === null && row.confirmedAt === null) {
        await mailConfirmation(rec, services, { row, again: false, occasion: null, mayLeave: true });
        report.mended.push(id);
      }
    });
  }
}
