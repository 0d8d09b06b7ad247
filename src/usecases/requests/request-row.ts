import type { TaRequest } from '../../adapters/database/generated/client.js';
import type { Transaction } from '../../ports/database.js';
import { CALENDAR_HELD } from '../calendar/lock-calendar.js';
import { lockCall, lockRows } from '../lock.js';
import { requestFields } from '../sql.js';

export type RequestRow = TaRequest;

/** The same, and the calendar stays as it is: for whoever writes dates computed from it. */
export async function lockRequestAndCalendar(tx: Transaction, id: string): Promise<RequestRow | null> {
  const [row] = await lockRows<RequestRow>(tx)`
    WITH held AS MATERIALIZED (SELECT ${lockCall(CALENDAR_HELD)})
    SELECT ${requestFields} FROM held, ta_request r WHERE id = ${id}::uuid FOR UPDATE OF r`;
  return row ?? null;
}

/** Locks a request for the rest of the transaction: writers of one request go one after another. */
export async function lockRequest(tx: Transaction, id: string): Promise<RequestRow | null> {
  const [row] = await lockRows<RequestRow>(tx)`
    SELECT ${requestFields} FROM ta_request r WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** The court or filing date as the program's date; null when none was told. */
export function courtDateOf(row: Pick<RequestRow, 'courtDeadlineDate'>): string | null {
  return row.courtDeadlineDate?.toISOString().slice(0, 10) ?? null;
}
