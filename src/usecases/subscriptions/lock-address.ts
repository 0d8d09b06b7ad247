import type { Transaction } from '../../ports/database.js';
import { lock } from '../lock.js';

/** Whoever else decides about mail to this address (lower case) waits until the transaction has ended. */
export async function lockAddress(tx: Transaction, email: string): Promise<void> {
  await lock(tx, 'subscription', email);
}
