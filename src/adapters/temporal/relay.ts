import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { LOCK_CLASSES } from '../../domain/lock-classes.js';
import type { Database } from '../../ports/database.js';
import type { Relay } from '../../ports/engine.js';
import type { Log } from '../../ports/log.js';
import { TASK_QUEUE } from './task-queue.js';

interface OutboxRow {
  id: bigint;
  workflow_id: string;
  kind: string;
  name: string;
  payload: unknown[];
}

const CALL_TIMEOUT_MS = 3_000;
const AT_ONCE = 8;
const SWEEP = 400;
/** Cancelled, deadline exceeded, resource exhausted, unavailable: nothing wrong with the row. */
const AWAY_CODES = [1, 4, 8, 14];

/**
 * Delivers the outbox: at once after a commit (`kick`), and again by `sweep` for whatever a crash or an
 * absent Temporal left. In order per workflow: an advisory lock lets one deliverer at a time work on one.
 */
export function createRelay({ db, client, log }: { db: Database; client: Client; log: Log }): Relay & {
  sweep(): Promise<number>;
} {
  let awayUntil = 0;
  let absences = 0;

  /** True when something was delivered; stops when Temporal was found away since `seen`. */
  async function deliverWorkflow(workflowId: string, seen: number): Promise<boolean> {
    return db.$transaction(
      async (tx) => {
        const [lock] = await tx.$queryRaw<{ ours: boolean }[]>`
          SELECT pg_try_advisory_xact_lock(hashtextextended(${workflowId}, ${LOCK_CLASSES.outbox})) AS ours`;
        if (!lock?.ours || absences !== seen) return false;
        const rows = await tx.$queryRaw<OutboxRow[]>`
          SELECT id, workflow_id, kind, name, payload FROM outbox
          WHERE workflow_id = ${workflowId} AND delivered_at IS NULL ORDER BY id`;
        for (const row of rows) {
          const outcome = await deliverRow(row);
          await tx.$executeRaw`
            UPDATE outbox SET delivered_at = created_at, outcome = ${outcome}, attempts = attempts + 1
            WHERE id = ${row.id}`;
        }
        return rows.length > 0;
      },
      { maxWait: 5_000, timeout: 30_000 },
    );
  }

  async function deliverRow(row: OutboxRow): Promise<string> {
    return client.withDeadline(Date.now() + CALL_TIMEOUT_MS, async () => {
      try {
        if (row.kind === 'start') {
          await client.workflow.start(row.name, {
            workflowId: row.workflow_id,
            taskQueue: TASK_QUEUE,
            args: row.payload,
            workflowIdConflictPolicy: 'USE_EXISTING',
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          });
        } else {
          await client.workflow.getHandle(row.workflow_id).signal(row.name, ...row.payload);
        }
        return 'delivered';
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already-started';
        // A fact for a workflow that has ended is recorded, not retried.
        if (error instanceof WorkflowNotFoundError) return 'closed';
        throw error;
      }
    });
  }

  async function deliverAll(workflowIds: string[]): Promise<void> {
    const waiting = [...workflowIds];
    const seen = absences;
    const lane = async () => {
      for (let id = waiting.shift(); id !== undefined && absences === seen; id = waiting.shift()) {
        try {
          if (await deliverWorkflow(id, seen)) awayUntil = 0;
        } catch (error) {
          log.warn(
            { workflowId: id, error: (error as Error).name },
            'outbox not delivered; the relay tries again',
          );
          // One row Temporal refuses must not hold up the others.
          if (error instanceof ServiceError && !isAway(error)) continue;
          absences += 1;
          awayUntil = Date.now() + 1_000;
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, lane));
  }

  return {
    async kick(workflowIds) {
      // While Temporal is away, submissions shouldn't each wait for it, a database connection in hand: one at a
      // time looks whether it is back, and the sweep delivers the others.
      if (Date.now() < awayUntil) return;
      if (awayUntil > 0) awayUntil = Date.now() + CALL_TIMEOUT_MS;
      await deliverAll(workflowIds);
    },
    async sweep() {
      const rows = await db.$queryRaw<{ workflow_id: string }[]>`
        SELECT workflow_id FROM outbox WHERE delivered_at IS NULL GROUP BY workflow_id ORDER BY min(id) LIMIT ${SWEEP}`;
      await deliverAll(rows.map((row) => row.workflow_id));
      return rows.length;
    },
  };
}

function isAway({ cause }: ServiceError): boolean {
  return !isGrpcServiceError(cause) || AWAY_CODES.includes(cause.code);
}
