import type { Prisma } from '../adapters/database/generated/client.js';
import type { Transaction } from '../ports/database.js';
import type { OutboxRow } from '../ports/engine.js';
import type { Signals, Starts } from '../ports/process-inputs.js';
import type { RecordServices } from '../ports/services.js';
import { afterEachLock } from './lock.js';
import { type OutboxInsert, type WriteBehind, writeBehind } from './write-behind.js';

/** What the engine is told, kept in the same transaction. Inputs hold ids and codes only. */
export interface Outbox {
  /** A workflow that is there already is left alone. `withMessage`: only if that mail is written now. */
  start<Name extends keyof Starts>(
    name: Name,
    workflowId: string,
    input: Starts[Name],
    options?: { withMessage?: string },
  ): void;
  /** Delivered after everything written for that workflow before. */
  signal<Name extends keyof Signals>(name: Name, workflowId: string, input: Signals[Name]): void;
  /** Ended if it still runs, and gone from the engine's own store. */
  erase(workflowId: string): void;
}

/** The unit of work: what is written together or not at all, and what follows from it. */
export interface Recording {
  readonly tx: Transaction;
  /**
   * Business time, one instant for all that is written under the same locks: a lock that is got later moves it on, for
   * whoever held it may have written since. So it is asked for, and no copy kept, where a lock comes in between.
   */
  readonly at: Date;
  readonly outbox: Outbox;
  /** Rows that go to the database together at the end, or before the first statement of `tx` that reads their table. */
  readonly behind: Pick<WriteBehind, 'insert' | 'change' | 'set' | 'also'>;
}

export interface RecordingOptions {
  /** When what is recorded happened, if that was before. */
  at?: Date;
  /** Wait for a connection and most time for the work, in ms. */
  maxWait?: number;
  timeout?: number;
  /** False: answers without waiting for the engine. */
  awaitDelivery?: boolean;
}

/** Patient with locks, bounded. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 };

/** Runs one transaction, then delivers what it put into the outbox. What can't be delivered now is delivered later. */
export async function recording<T>(
  services: Pick<RecordServices, 'db' | 'relay' | 'clock'>,
  work: (rec: Recording) => Promise<T>,
  { at, awaitDelivery = true, ...patience }: RecordingOptions = {},
): Promise<T> {
  let told: readonly OutboxRow[] = [];
  const value = await services.db.$transaction(
    async (tx) => {
      const behind = writeBehind(tx);
      const done = await work(begin(behind));
      told = await behind.flush();
      return done;
    },
    { ...PATIENCE, ...patience },
  );
  const delivered = told.length > 0 ? services.relay.deliver(told) : null;
  if (awaitDelivery) await delivered;
  return value;

  function begin(behind: WriteBehind): Recording {
    let instant = at;
    // What happened before keeps its instant.
    if (!at) afterEachLock(behind.tx, () => (instant = undefined));
    const rec: Recording = {
      tx: behind.tx,
      get at() {
        instant ??= services.clock.now();
        return instant;
      },
      behind,
      outbox: {
        start: (name, workflowId, input, { withMessage } = {}) =>
          tell({ kind: 'start', name, workflowId, input, withMessage }),
        signal: (name, workflowId, input) => tell({ kind: 'signal', name, workflowId, input }),
        erase: (workflowId) =>
          behind.tell({ kind: 'erase', name: 'erase', workflowId, payload: [], createdAt: rec.at }),
      },
    };
    return rec;

    function tell({ input, ...row }: Omit<OutboxInsert, 'payload' | 'createdAt'> & { input: object }): void {
      behind.tell({ ...row, payload: [input] as Prisma.InputJsonValue, createdAt: rec.at });
    }
  }
}
