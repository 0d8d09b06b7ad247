import { submissionExpiryWorkflowId } from '../domain/requests/workflow-id.js';
import type { Services } from '../ports/services.js';
import { enqueueStart } from './outbox/enqueue.js';
import type { ReconcileReport } from './reconcile.js';
import { mailConfirmation } from './requests/confirmation-mail.js';
import { inRecording } from './requests/request-row.js';
import { lockSubmission, waitingUntil } from './requests/unconfirmed-submission.js';

/** Each web form that waits has a process that reminds and erases it, and a link that was mailed. */
export async function reconcileForms(services: Services, report: ReconcileReport): Promise<void> {
  const waiting = await services.db.unconfirmedSubmission.findMany({ select: { id: true } });
  for (const { id } of waiting) {
    const workflowId = submissionExpiryWorkflowId(id);
    const running = await services.processes.stateOf(workflowId);
    report.checked += 1;
    if (running === 'unavailable') continue;
    await inRecording(services, async (tx, toKick) => {
      const at = services.clock.now();
      const row = await lockSubmission(tx, id, at);
      if (!row) return;
      if (running === 'missing') {
        const input = { v: 1, id, ...waitingUntil(services, row, at) };
        await enqueueStart(tx, { workflowId, name: 'submissionExpiry', input, at });
        toKick(workflowId);
        report.restarted.push(workflowId);
      }
      // Sent before forms had links of their own; one that was guessed at has another already.
      if (row.tokenHash === null && row.confirmedAt === null) {
        await mailConfirmation(tx, services, toKick, {
          row,
          again: false,
          occasion: null,
          at,
          mayLeave: true,
        });
        report.mended.push(id);
      }
    });
  }
}
