import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import { lockRows } from '../lock.js';
import { sql } from '../sql.js';

/** Locks a series for the rest of the transaction. */
export async function lockSeries(tx: Transaction, id: string): Promise<void> {
  await lockRows(tx)`SELECT id FROM call_series WHERE id = ${id} FOR UPDATE`;
}

/** The same, and the calendar stays as it is. False where there is no such series: nothing is held. */
export async function lockSeriesAndCalendar(tx: Transaction, id: string): Promise<boolean> {
  return (await lockRowAndCalendar(tx, sql`SELECT id FROM call_series WHERE id = ${id}`)) !== null;
}
