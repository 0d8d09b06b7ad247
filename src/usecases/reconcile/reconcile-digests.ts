import { staffDigestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { PROCESS, restartDigests } from '../digest/ensure-digests.js';
import type { ReconcileReport } from './report.js';

/** The process that writes the daily digests runs. */
export async function reconcileDigests(services: Services, report: ReconcileReport): Promise<void> {
  const row = await services.db.digestProcess.findUnique({ where: { id: PROCESS } });
  // Begun by the worker, when it first starts.
  if (!row) return;
  const running = await services.processes.stateOf(staffDigestWorkflowId(row.episode));
  report.checked += 1;
  if (running === 'running' || running === 'unavailable') return;
  report.restarted.push(await restartDigests(services, running));
}
