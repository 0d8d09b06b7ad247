import { WAITING_MAIL } from '../../domain/mail/statuses.js';
import { mailWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** Mail that waits without anybody delivering it; a half-sent one is for staff to look at. */
export async function reconcileMail(services: Services, report: ReconcileReport): Promise<void> {
  const waiting = await services.db.message.findMany({
    where: { status: { in: WAITING_MAIL } },
    select: { id: true, status: true, batchId: true },
  });
  for (const { id, status, batchId } of waiting) {
    // Rows of a batch are its process's; without it each goes its own way.
    if (batchId && (await isInHand(services, batchId))) continue;
    const workflowId = mailWorkflowId(id);
    const running = await services.processes.stateOf(workflowId);
    if (running === 'running' || running === 'unavailable') continue;
    if (status === 'sending' || running === 'ended') {
      // Never handed to a server is failed; perhaps handed over is unknown.
      const left =
        status === 'sending'
          ? { status: 'unknown', code: 'interrupted' }
          : { status: 'failed', code: 'given-up' };
      // It may have been sent while we looked; then nothing is wrong with it.
      report.mailUnknown += (
        await services.db.message.updateMany({ where: { id, status }, data: left })
      ).count;
      continue;
    }
    // On its way since the outbox was emptied above.
    if (await services.db.outbox.count({ where: { workflowId, deliveredAt: null } })) continue;
    await recording(services, async ({ outbox }) =>
      outbox.start('mailDelivery', workflowId, { v: 1, messageId: id }),
    );
    report.mailRestarted += 1;
  }
}

async function isInHand(services: Services, batchId: string): Promise<boolean> {
  const state = await services.processes.stateOf(`bulk-mail/${batchId}`);
  return state === 'running' || state === 'unavailable';
}
