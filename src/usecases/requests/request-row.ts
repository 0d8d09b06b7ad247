import type { TaRequest } from '../../adapters/database/generated/client.js';
import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import type { WithKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import { requestFields, sql } from '../sql.js';

export type RequestRow = WithKey<TaRequest>;

/** The same, and the calendar stays as it is: for whoever writes dates computed from it. */
export function lockRequestAndCalendar(tx: Transaction, id: string): Promise<RequestRow | null> {
  return lockRowAndCalendar(tx, sql`SELECT ${requestFields} FROM ta_request r WHERE id = ${id}::uuid`);
}

/** Locks a request for the rest of the transaction: writers of one request go one after another. */
export async function lockRequest(tx: Transaction, id: string): Promise<RequestRow | null> {
  const [row] = await lockRows<RequestRow>(tx)`
    SELECT ${requestFields} FROM ta_request r WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}

/** The court or filing date as the program's date; null when none was told. */
export function courtDateOf(row: Pick<RequestRow, 'courtDeadlineDate'>): string | null {
  return row.courtDeadlineDate?.toISOString().slice(0, 10) ?? null;
}
