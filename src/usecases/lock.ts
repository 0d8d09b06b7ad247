import { LOCK_CLASSES, type LockClass } from '../domain/lock-classes.js';
import type { Transaction } from '../ports/database.js';

/** Waits until nobody else holds this lock, and holds it until the transaction ends. */
export async function lock(tx: Transaction, kind: LockClass, what = 'all'): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, ${LOCK_CLASSES[kind]}))`;
}

/** Holds it together with others who do the same; whoever wants it alone waits. */
export async function lockShared(tx: Transaction, kind: LockClass, what = 'all'): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${what}, ${LOCK_CLASSES[kind]}))`;
}
