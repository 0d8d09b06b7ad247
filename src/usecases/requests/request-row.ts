import type { TaRequest } from '../../adapters/database/generated/client.js';
import type { Transaction } from '../../ports/database.js';
import { lockRows } from '../lock.js';

export type RequestRow = TaRequest;

/** Locks a request for the rest of the transaction: writers of one request go one after another. */
export async function lockRequest(tx: Transaction, id: string): Promise<RequestRow | null> {
  await lockRows(tx)`SELECT id FROM ta_request WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.taRequest.findUnique({ where: { id } });
}

/** The court or filing date as the program's date; null when none was told. */
export function courtDateOf(row: Pick<RequestRow, 'courtDeadlineDate'>): string | null {
  return row.courtDeadlineDate?.toISOString().slice(0, 10) ?? null;
}
