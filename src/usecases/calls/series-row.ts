import type { Transaction } from '../../ports/database.js';
import { lockRows } from '../lock.js';

/** Locks a series for the rest of the transaction. */
export async function lockSeries(tx: Transaction, id: string): Promise<void> {
  await lockRows(tx)`SELECT id FROM call_series WHERE id = ${id} FOR UPDATE`;
}
