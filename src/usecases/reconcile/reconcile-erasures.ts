import { dailyErasureWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { ERASURES, restartErasures } from '../erasure/ensure-erasures.js';
import type { ReconcileReport } from './report.js';

/** The process that erases what its time is up for runs. */
export async function reconcileErasures(services: Services, report: ReconcileReport): Promise<void> {
  const row = await services.db.erasureProcess.findUnique({ where: { id: ERASURES } });
  // Begun by the worker, when it first starts.
  if (!row) return;
  const running = await services.processes.stateOf(dailyErasureWorkflowId(row.episode));
  report.checked += 1;
  if (running === 'running' || running === 'unavailable') return;
  report.restarted.push(await restartErasures(services, running));
}
