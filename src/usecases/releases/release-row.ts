import type { Release } from '../../adapters/database/generated/client.js';
import type { ReleaseState } from '../../domain/releases/release-state.js';
import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import type { WithKey } from '../data-keys.js';
import { releaseFields, sql } from '../sql.js';

/** A release with the key of its request, under which its words are sealed. */
export type ReleaseRow = WithKey<Release>;

/** Locks a release for the rest of the transaction, and the calendar stays as it is. */
export function lockReleaseAndCalendar(tx: Transaction, id: string): Promise<ReleaseRow | null> {
  return lockRowAndCalendar(tx, sql`SELECT ${releaseFields} FROM release l WHERE id = ${id}::uuid`);
}

export function stateOfRelease(row: Pick<ReleaseRow, 'processState'>): ReleaseState | null {
  return row.processState as unknown as ReleaseState | null;
}
