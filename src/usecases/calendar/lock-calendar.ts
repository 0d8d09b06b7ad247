import type { Transaction } from '../../ports/database.js';
import { type Lock, lock, lockAll, lockCall, lockRows } from '../lock.js';
import type { Sql } from '../sql.js';

/** For whoever changes the calendar: waits until nobody computes dates on the old one. */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await lock(tx, 'calendar');
}

/** For whoever writes dates computed from it: the calendar stays as it is until the transaction ends. */
export const CALENDAR_HELD: Lock = { kind: 'calendar', shared: true };

/**
 * The row of a select, locked until the transaction ends, and after it the calendar, held: in one round trip. Whoever holds
 * the row may still want the calendar, so the row comes first. Rows that name it may be added meanwhile: no key changes.
 */
export async function lockRowAndCalendar<Row extends object>(
  tx: Transaction,
  select: Sql,
): Promise<Row | null> {
  const [found] = await lockRows<Row & { held: string }>(tx)`
    WITH locked AS MATERIALIZED (${select} FOR NO KEY UPDATE)
    SELECT locked.*, ${lockCall(CALENDAR_HELD)}::text AS held FROM locked`;
  if (!found) return null;
  const { held: _nothing, ...row } = found;
  return row as unknown as Row;
}

export async function holdCalendar(tx: Transaction): Promise<void> {
  await lockAll(tx, [CALENDAR_HELD]);
}
