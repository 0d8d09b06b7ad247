import { LOCK_CLASSES, type LockClass } from '../domain/lock-classes.js';
import type { Transaction } from '../ports/database.js';
import type { Sql } from './sql.js';

const afterLocks = new WeakMap<Transaction, () => void>();

/** `then` is called each time this transaction has got a lock that it may have waited for. */
export function afterEachLock(tx: Transaction, then: () => void): void {
  afterLocks.set(tx, then);
}

/** Waits until nobody else holds this lock, and holds it until the transaction ends. */
export async function lock(tx: Transaction, kind: LockClass, what = 'all'): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, ${LOCK_CLASSES[kind]}))`;
  afterLocks.get(tx)?.();
}

/** Holds it together with others who do the same; whoever wants it alone waits. */
export async function lockShared(tx: Transaction, kind: LockClass, what = 'all'): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${what}, ${LOCK_CLASSES[kind]}))`;
  afterLocks.get(tx)?.();
}

/** The rows of a select that locks them until the transaction ends; written behind it as a template. */
export function lockRows<Row = { id: string }>(
  tx: Transaction,
): (select: TemplateStringsArray, ...values: (string | Sql)[]) => Promise<Row[]> {
  return async (select, ...values) => {
    const rows = await tx.$queryRaw<Row[]>(select, ...values);
    afterLocks.get(tx)?.();
    return rows;
  };
}
