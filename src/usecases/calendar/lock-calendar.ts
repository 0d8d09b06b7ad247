import type { Transaction } from '../../ports/database.js';
import { type Lock, lock, lockAll } from '../lock.js';

/** For whoever changes the calendar: waits until nobody computes dates on the old one. */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await lock(tx, 'calendar');
}

/** For whoever writes dates computed from it: the calendar stays as it is until the transaction ends. */
export const CALENDAR_HELD: Lock = { kind: 'calendar', shared: true };

export async function holdCalendar(tx: Transaction): Promise<void> {
  await lockAll(tx, [CALENDAR_HELD]);
}
