import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { LOCK_CLASSES } from '../../domain/lock-classes.js';
import type { Database } from '../../ports/database.js';
import type { OutboxRow, Relay } from '../../ports/engine.js';
import type { Log } from '../../ports/log.js';
import { eraseProcess } from './erase-process.js';
import { TASK_QUEUE } from './task-queue.js';

const CALL_TIMEOUT_MS = 3_000;
/** All runs of a process are read and forgotten one after another. */
const ERASE_TIMEOUT_MS = 15_000;
const AT_ONCE = 8;
const SWEEP = 400;
/** Cancelled, deadline exceeded, resource exhausted, unavailable: nothing wrong with the row. */
const AWAY_CODES = [1, 4, 8, 14];

/**
 * Delivers the outbox: at once after a commit (`deliver`), and again by `sweep` for whatever a crash or an
 * absent Temporal left. In order per workflow: an advisory lock lets one deliverer at a time work on one;
 * a single start needs neither.
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
          SELECT id, workflow_id AS "workflowId", kind, name, payload FROM outbox
          WHERE workflow_id = ${workflowId} AND delivered_at IS NULL ORDER BY id`;
        for (const row of rows) {
          const outcome = await deliverRow(row);
          if (row.kind === 'erase') {
            // Nothing is left of it, not even that.
            await tx.$executeRaw`DELETE FROM outbox WHERE id = ${row.id}`;
            continue;
          }
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
    const patience = row.kind === 'erase' ? ERASE_TIMEOUT_MS : CALL_TIMEOUT_MS;
    return client.withDeadline(Date.now() + patience, async () => {
      try {
        if (row.kind === 'start') {
          await client.workflow.start(row.name, {
            workflowId: row.workflowId,
            taskQueue: TASK_QUEUE,
            args: row.payload,
            workflowIdConflictPolicy: 'USE_EXISTING',
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          });
        } else if (row.kind === 'erase') {
          await eraseProcess(client, row.workflowId);
        } else {
          await client.workflow.getHandle(row.workflowId).signal(row.name, ...row.payload);
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

  /** Several at once; none after Temporal was found away, and one row it refuses doesn't hold up the others. */
  async function inLanes<T extends string | OutboxRow>(
    items: readonly T[],
    deliver: (item: T, seen: number) => Promise<boolean>,
  ) {
    const waiting = [...items];
    const seen = absences;
    const lane = async () => {
      for (let item = waiting.shift(); item !== undefined && absences === seen; item = waiting.shift()) {
        try {
          if (await deliver(item, seen)) awayUntil = 0;
        } catch (error) {
          const workflowId = typeof item === 'string' ? item : item.workflowId;
          log.warn(
            { workflowId, error: (error as Error).name },
            'outbox not delivered; the relay tries again',
          );
          if (error instanceof ServiceError && !isAway(error)) continue;
          absences += 1;
          awayUntil = Date.now() + 1_000;
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, lane));
  }

  /**
   * While Temporal is away, submissions shouldn't each wait for it, a database connection in hand: one at a time looks
   * whether it is back, and the sweep delivers the others.
   */
  async function unlessAway(deliver: () => Promise<void>): Promise<void> {
    if (Date.now() < awayUntil) return;
    if (awayUntil > 0) awayUntil = Date.now() + CALL_TIMEOUT_MS;
    await deliver();
  }

  /** The first that a workflow is told: nothing was written for it before, so no order has to be kept. */
  async function deliverStarts(rows: readonly OutboxRow[]): Promise<void> {
    const done: { id: string; outcome: string }[] = [];
    await inLanes(rows, async (row) => {
      done.push({ id: String(row.id), outcome: await deliverRow(row) });
      return true;
    });
    if (done.length === 0) return;
    const marked = db.$executeRaw`
      UPDATE outbox SET delivered_at = created_at, outcome = told.outcome, attempts = attempts + 1
      FROM json_to_recordset(${JSON.stringify(done)}::json) AS told(id bigint, outcome text)
      WHERE outbox.id = told.id AND delivered_at IS NULL`;
    // Not marked, they are started once more by the sweep, which finds them started.
    await marked.catch((error: Error) => log.warn({ error: error.name }, 'starts delivered, and not marked'));
  }

  return {
    async deliver(rows) {
      const waiting = new Map<string, OutboxRow[]>();
      for (const row of rows) waiting.set(row.workflowId, [...(waiting.get(row.workflowId) ?? []), row]);
      const isStart = ({ kind }: OutboxRow, all: OutboxRow[]) => kind === 'start' && all.length === 1;
      const starts = [...waiting.values()].flatMap((all) => all.filter((row) => isStart(row, all)));
      const others = [...waiting.keys()].filter((id) => !starts.some(({ workflowId }) => workflowId === id));
      await unlessAway(async () => {
        await Promise.all([deliverStarts(starts), inLanes(others, deliverWorkflow)]);
      });
    },
    async sweep() {
      const rows = await db.$queryRaw<{ workflow_id: string }[]>`
        SELECT workflow_id FROM outbox WHERE delivered_at IS NULL GROUP BY workflow_id ORDER BY min(id) LIMIT ${SWEEP}`;
      await inLanes(
        rows.map((row) => row.workflow_id),
        deliverWorkflow,
      );
      return rows.length;
    },
  };
}

function isAway({ cause }: ServiceError): boolean {
  return !isGrpcServiceError(cause) || AWAY_CODES.includes(cause.code);
}
