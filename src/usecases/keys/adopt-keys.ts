import type { Transaction } from '../../ports/database.js';

/** Keys that were made while nobody was an admin are theirs who is the first. */
export async function adoptKeys(tx: Transaction, staffId: string): Promise<void> {
  await tx.apiKey.updateMany({ where: { ownerId: null }, data: { ownerId: staffId } });
}
