import type { Transaction } from '../../ports/database.js';

/** What was erased is not said again to whoever sends the same once more: such a call is carried out anew, or refused. */
export async function forgetAnswers(tx: Pick<Transaction, 'idempotencyKey'>, path: string): Promise<void> {
  // Addresses are read in any case, and calls that still run have no answer yet.
  const route = { startsWith: path, mode: 'insensitive' } as const;
  await tx.idempotencyKey.deleteMany({ where: { route, status: { gt: 0 } } });
}
