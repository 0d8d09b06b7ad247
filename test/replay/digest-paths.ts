import { TASK_QUEUE } from '../../src/adapters/temporal/task-queue.js';
import { staffDigestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { PROCESS } from '../../src/usecases/digest/ensure-digests.js';
import type { TestDesk } from '../support/desk.js';

/** Mornings of the process that writes the daily digests, over a weekend and past the end of a run; then another takes its place. */
export async function walkDigestPaths(desk: TestDesk): Promise<Map<string, string>> {
  const { client, services } = desk.wired;
  const { nextDueAt } = await services.db.digestProcess.findUniqueOrThrow({ where: { id: PROCESS } });
  const workflowId = staffDigestWorkflowId(2);
  await services.db.digestProcess.update({ where: { id: PROCESS }, data: { episode: 2 } });
  await client.workflow.start('staffDigest', {
    workflowId,
    taskQueue: TASK_QUEUE,
    args: [{ v: 1, episode: 2, at: nextDueAt.toISOString(), continueAfterEvents: 30 }],
  });
  await desk.submit();
  await desk.advance({ by: 'P6D' });
  await services.db.digestProcess.update({ where: { id: PROCESS }, data: { episode: 3 } });
  // The row waits for a process that is not there: the clock is moved past it.
  await services.db.digestProcess.update({
    where: { id: PROCESS },
    data: { nextDueAt: new Date('2070-01-01T17:00:00Z') },
  });
  await desk.advance({ by: 'P4D' });
  return new Map([['digest-mornings', workflowId]]);
}
