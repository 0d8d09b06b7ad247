import type { Absence } from '../../adapters/database/generated/client.js';
import type { AbsenceState } from '../../domain/absences/absence-state.js';
import type { Transaction } from '../../ports/database.js';
import { holdCalendar } from '../calendar/lock-calendar.js';
import { lockRows } from '../lock.js';
import { absenceFields } from '../sql.js';

export type AbsenceRow = Absence;

/*
 * Locks in one order, for whoever takes several: the staff an absence names by their ids (`fits.ts`), or a request; then the
 * calendar; then absences, for what is recorded of a request asks last whether somebody is away (`work-meanwhile.ts`). Whoever
 * holds an absence locks no request, but tells it by a fact. All of them are FOR NO KEY UPDATE, for items of an absence name
 * requests, and requests name staff: adding one waits for none of them.
 */

/** Locks an absence for the rest of the transaction, and the calendar stays as it is. */
export async function lockAbsenceAndCalendar(tx: Transaction, id: string): Promise<AbsenceRow | null> {
  await holdCalendar(tx);
  const [row] = await lockRows<AbsenceRow>(tx)`
    SELECT ${absenceFields} FROM absence a WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}

export function absenceStateOf(row: Pick<AbsenceRow, 'processState'>): AbsenceState | null {
  return row.processState as unknown as AbsenceState | null;
}

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
export const asDay = (day: string): Date => new Date(`${day}T00:00:00Z`);
