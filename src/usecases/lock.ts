import { LOCK_CLASSES, type LockClass } from '../domain/lock-classes.js';
import type { Transaction } from '../ports/database.js';
import { joined, type Sql, sql } from './sql.js';

/** A statement has room for 1,664 columns. */
const AT_ONCE = 1_000;

const afterLocks = new WeakMap<Transaction, () => void>();

/** `then` is called each time this transaction has got a lock that it may have waited for. */
export function afterEachLock(tx: Transaction, then: () => void): void {
  afterLocks.set(tx, then);
}

export interface Lock {
  kind: LockClass;
  /** What is locked; left out, all of its kind. */
  what?: string;
  /** Held together with others who do the same; whoever wants it alone waits. */
  shared?: true;
}

/** Waits until nobody else holds this lock, and holds it until the transaction ends. */
export const lock = (tx: Transaction, kind: LockClass, what?: string): Promise<void> =>
  lockAll(tx, [{ kind, what }]);

/**
 * Several, one after another, in one round trip: where they are known before anything is read. Everybody takes them in
 * one order, so that no two wait for each other.
 */
export async function lockAll(tx: Transaction, locks: readonly Lock[]): Promise<void> {
  if (locks.length === 0) return;
  const all = [...locks].sort(inOneOrder);
  for (let from = 0; from < all.length; from += AT_ONCE)
    await tx.$executeRaw`SELECT ${joined(all.slice(from, from + AT_ONCE).map(lockCall))}`;
  afterLocks.get(tx)?.();
}

function inOneOrder(one: Lock, other: Lock): number {
  const [mine, theirs] = [one.what ?? '', other.what ?? ''];
  return LOCK_CLASSES[one.kind] - LOCK_CLASSES[other.kind] || (mine < theirs ? -1 : Number(mine > theirs));
}

/** What takes a lock, for a statement that locks more. */
export function lockCall({ kind, what = 'all', shared }: Lock): Sql {
  const key = sql`hashtextextended(${what}, ${LOCK_CLASSES[kind]})`;
  return shared ? sql`pg_advisory_xact_lock_shared(${key})` : sql`pg_advisory_xact_lock(${key})`;
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
