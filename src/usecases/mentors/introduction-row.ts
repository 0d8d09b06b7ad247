import type { Introduction } from '../../adapters/database/generated/client.js';
import type { IntroductionState } from '../../domain/mentors/introduction-state.js';
import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import type { WithKey } from '../data-keys.js';
import { introductionFields, sql } from '../sql.js';

export type IntroductionRow = WithKey<Introduction>;

/** Locks an introduction for the rest of the transaction, and the calendar stays as it is. */
export function lockIntroductionAndCalendar(tx: Transaction, id: string): Promise<IntroductionRow | null> {
  return lockRowAndCalendar(tx, sql`SELECT ${introductionFields} FROM introduction i WHERE id = ${id}::uuid`);
}

export function stateOf(row: Pick<IntroductionRow, 'processState'>): IntroductionState | null {
  return row.processState as unknown as IntroductionState | null;
}
