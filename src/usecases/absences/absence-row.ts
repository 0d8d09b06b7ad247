import type { Absence } from '../../adapters/database/generated/client.js';
import type { AbsenceState } from '../../domain/absences/absence-state.js';
import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import { absenceFields, sql } from '../sql.js';

export type AbsenceRow = Absence;

/** Locks an absence for the rest of the transaction, and the calendar stays as it is. */
export function lockAbsenceAndCalendar(tx: Transaction, id: string): Promise<AbsenceRow | null> {
  return lockRowAndCalendar(tx, sql`SELECT ${absenceFields} FROM absence a WHERE id = ${id}::uuid`);
}

export function absenceStateOf(row: Pick<AbsenceRow, 'processState'>): AbsenceState | null {
  return row.processState as unknown as AbsenceState | null;
}

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
export const asDay = (day: string): Date => new Date(`${day}T00:00:00Z`);
