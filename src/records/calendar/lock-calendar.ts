import type { Transaction } from '../../activities/ports.js';

/** For whoever changes the calendar: waits until nobody computes dates on the old one. */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('calendar', 7))`;
}

/** For whoever writes dates computed from it: the calendar stays as it is until the transaction ends. */
export async function holdCalendar(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('calendar', 7))`;
}
