import type { RecordServices, Transaction } from '../../activities/ports.js';
import { calendarOf } from '../../domain/program/calendar-of.js';
import { type BusinessCalendar, createCalendar } from '../../domain/time/calendar.js';

/** Today's calendar: the current program's days with the closures staff entered. Never pinned to a request. */
export async function loadCalendar(
  tx: Transaction,
  services: Pick<RecordServices, 'programs'>,
): Promise<BusinessCalendar> {
  const closures = await tx.closure.findMany({ orderBy: { enteredAt: 'asc' } });
  return createCalendar(
    calendarOf(
      services.programs.current().program,
      closures.map((row) => ({
        date: row.date.toISOString().slice(0, 10),
        name: row.name,
        enteredAt: row.enteredAt.toISOString(),
        removedAt: row.removedAt?.toISOString() ?? null,
      })),
    ),
  );
}
