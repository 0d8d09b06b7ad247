import { type Client, isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { readRuns } from './read-runs.js';

const NOT_FOUND = 5;
const UNIMPLEMENTED = 12;

/**
 * Ends a process that still runs, where it stands, and has the engine forget all its runs. One that is not there, or not
 * any more, is done. Safe to repeat. Throws where the engine is away.
 */
export async function eraseProcess(client: Client, workflowId: string): Promise<void> {
  await unlessGone(() => client.workflow.getHandle(workflowId).terminate('erased'));
  const runs = await unlessGone(() => readRuns(client, workflowId));
  const { namespace } = client.options;
  for (const { runId } of runs ?? []) {
    const workflowExecution = { workflowId, runId };
    await unlessGone(() => client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution }));
  }
}

/** Null where it is not there. The simulated engine can't forget; it does when it stops. */
async function unlessGone<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    if (!isGrpcServiceError(error)) throw error;
    if (error.code === NOT_FOUND || error.code === UNIMPLEMENTED) return null;
    throw new ServiceError('a process was not erased', { cause: error });
  }
}
