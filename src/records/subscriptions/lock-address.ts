import type { Transaction } from '../../activities/ports.js';

/** Whoever else decides about mail to this address (lower case) waits until the transaction has ended. */
export async function lockAddress(tx: Transaction, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 11))`;
}
