import { LIVE_PRIVACY } from '../../domain/privacy/privacy-requests.js';
import { privacyWorkflowId } from '../../domain/privacy/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { startPrivacy } from '../privacy/ask-privacy.js';
import { lockPrivacy } from '../privacy/privacy-row.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** Each wish that waits has a process; one that Temporal has lost goes on from its row. */
export async function reconcilePrivacy(services: Services, report: ReconcileReport): Promise<void> {
  const waiting = await services.db.privacyRequest.findMany({
    where: { status: { in: LIVE_PRIVACY } },
    select: { id: true },
  });
  for (const { id } of waiting) {
    const workflowId = privacyWorkflowId(id);
    const running = await services.processes.stateOf(workflowId);
    report.checked += 1;
    if (running !== 'missing') continue;
    await recording(services, async (rec) => {
      const row = await lockPrivacy(rec, id);
      if (!row || !LIVE_PRIVACY.some((status) => status === row.status)) return;
      startPrivacy(rec, id, (row.nextDueAt ?? rec.at).toISOString());
      report.restarted.push(workflowId);
    });
  }
}
