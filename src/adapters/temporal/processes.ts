import {
  type Client,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Log, Processes, UpdateOutcome } from '../../activities/ports.js';

const UPDATE_TIMEOUT_MS = 10_000;

/** The engine as use cases see it; the update's name is `decide` of ta-request-messages. */
export function createProcesses({ client, log }: { client: Client; log: Log }): Processes {
  return {
    async decide(workflowId, command): Promise<UpdateOutcome> {
      try {
        const result = await client.withDeadline(Date.now() + UPDATE_TIMEOUT_MS, () =>
          client.workflow.getHandle(workflowId).executeUpdate<{ seq: number }, [typeof command]>('decide', {
            args: [command],
            updateId: command.commandId,
          }),
        );
        return { outcome: 'done', result };
      } catch (error) {
        return outcomeOf(error, workflowId, log);
      }
    },
    async stateOf(workflowId) {
      try {
        const { status } = await client.withDeadline(Date.now() + UPDATE_TIMEOUT_MS, () =>
          client.workflow.getHandle(workflowId).describe(),
        );
        return status.name === 'RUNNING' || status.name === 'CONTINUED_AS_NEW' ? 'running' : 'ended';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return 'missing';
        if (error instanceof ServiceError) return 'unavailable';
        throw error;
      }
    },
    async ready() {
      try {
        await client.withDeadline(Date.now() + 2_000, () => client.connection.ensureConnected());
        await client.withDeadline(Date.now() + 2_000, () => client.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function outcomeOf(error: unknown, workflowId: string, log: Log): UpdateOutcome {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure) {
      return { outcome: 'refused', code: cause.type ?? 'not-allowed-now', detail: cause.message };
    }
  }
  if (error instanceof WorkflowNotFoundError) return { outcome: 'ended' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof ServiceError) {
    log.warn({ workflowId, error: (error as Error).name }, 'a decision could not be delivered');
    return { outcome: 'unavailable' };
  }
  throw error;
}
