import { randomUUID } from 'node:crypto';
import {
  type Client,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Processes, UpdateOutcome } from '../../ports/engine.js';
import type { Log } from '../../ports/log.js';
import { problemOf } from './problem-of.js';

const UPDATE_TIMEOUT_MS = 10_000;
/** How often one command may be taken without being recorded, and be sent again. */
const TIMES = 20;

/** The engine as use cases see it; the updates' names are those of the processes' messages. */
export function createProcesses({ client, log }: { client: Client; log: Log }): Processes {
  function update<Result>(
    workflowId: string,
    name: string,
    argument: object,
    options: { updateId?: string } = {},
  ): Promise<Result> {
    return client.withDeadline(Date.now() + UPDATE_TIMEOUT_MS, () =>
      client.workflow
        .getHandle(workflowId)
        .executeUpdate<Result, [object]>(name, { args: [argument], ...options }),
    );
  }

  return {
    async decide(workflowId, command): Promise<UpdateOutcome> {
      const sending = randomUUID();
      for (let time = 1; ; time += 1) {
        try {
          const sent = { ...command, sending };
          const result = await update<{ seq: number }>(workflowId, 'decide', sent, {
            updateId: time === 1 ? command.commandId : `${command.commandId}/${time}`,
          });
          return { outcome: 'done', result };
        } catch (error) {
          // Taken and then not recorded, at an earlier time: the engine would give that answer for ever.
          if (time < TIMES && isOfEarlierSending(error, sending)) continue;
          return outcomeOf(error, workflowId, log);
        }
      }
    },
    async mend(workflowId, state) {
      try {
        const { held } = await update<{ held: boolean }>(workflowId, 'mend', { v: 1, state });
        return held ? 'held' : 'mended';
      } catch (error) {
        const { outcome } = outcomeOf(error, workflowId, log);
        return outcome === 'ended' ? 'ended' : 'unavailable';
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

/** A refusal tells which sending of the command it answered. */
function isOfEarlierSending(error: unknown, sending: string): boolean {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure))
    return false;
  const [told] = (error.cause.details ?? []) as { sending?: string }[];
  return told?.sending !== undefined && told.sending !== sending;
}

function outcomeOf(error: unknown, workflowId: string, log: Log): UpdateOutcome {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure) {
      return { outcome: 'refused', problem: problemOf(cause) };
    }
  }
  if (error instanceof WorkflowNotFoundError) return { outcome: 'ended' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof ServiceError) {
    log.warn({ workflowId, error: (error as Error).name }, 'a decision could not be delivered');
    return { outcome: 'unavailable' };
  }
  throw error;
}
