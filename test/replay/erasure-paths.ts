import { TASK_QUEUE } from '../../src/adapters/temporal/task-queue.js';
import { dailyErasureWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { ERASURES, ensureErasures } from '../../src/usecases/erasure/ensure-erasures.js';
import type { TestDesk } from '../support/desk.js';

/** Nights of the process that erases what its time is up for, past the end of a run; then another takes its place. */
export async function walkErasurePaths(desk: TestDesk): Promise<Map<string, string>> {
  const { client, services } = desk.wired;
  await ensureErasures(services);
  const { nextDueAt } = await services.db.erasureProcess.findUniqueOrThrow({ where: { id: ERASURES } });
  const workflowId = dailyErasureWorkflowId(2);
  await services.db.erasureProcess.update({ where: { id: ERASURES }, data: { episode: 2 } });
  await client.workflow.start('dailyErasure', {
    workflowId,
    taskQueue: TASK_QUEUE,
    args: [{ v: 1, episode: 2, at: nextDueAt.toISOString(), continueAfterEvents: 24 }],
  });
  await desk.advance({ by: 'P4D' });
  // The row waits for a process that is not there: the clock is moved past it.
  await services.db.erasureProcess.update({
    where: { id: ERASURES },
    data: { episode: 3, nextDueAt: new Date('2070-01-01T17:00:00Z') },
  });
  await desk.advance({ by: 'P2D' });
  return new Map([['erasure-nights', workflowId]]);
}
