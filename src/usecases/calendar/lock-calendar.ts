import type { Transaction } from '../../ports/database.js';
import { lock, lockShared } from '../lock.js';

/** For whoever changes the calendar: waits until nobody computes dates on the old one. */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await lock(tx, 'calendar');
}

/** For whoever writes dates computed from it: the calendar stays as it is until the transaction ends. */
export async function holdCalendar(tx: Transaction): Promise<void> {
  await lockShared(tx, 'calendar');
}
