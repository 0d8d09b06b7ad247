import { calendarOf } from '../../domain/program/calendar-of.js';
import type { Program } from '../../domain/program/program.schema.js';
import { type BusinessCalendar, createCalendar } from '../../domain/time/calendar.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';

/** The calendar last made of a program: it remembers the days it has worked out, which each event asks for. */
const lastOf = new WeakMap<Program, { closures: string; calendar: BusinessCalendar }>();

/** Today's calendar: the current program's days with the closures staff entered. Never pinned to a request. */
export async function loadCalendar(
  tx: Transaction,
  services: Pick<RecordServices, 'programs'>,
): Promise<BusinessCalendar> {
  const rows = await tx.closure.findMany({ orderBy: { enteredAt: 'asc' } });
  const { program } = services.programs.current();
  const entered = rows.map((row) => ({
    date: row.date.toISOString().slice(0, 10),
    name: row.name,
    enteredAt: row.enteredAt.toISOString(),
    removedAt: row.removedAt?.toISOString() ?? null,
  }));
  const closures = JSON.stringify(entered);
  const last = lastOf.get(program);
  if (last?.closures === closures) return last.calendar;
  const calendar = createCalendar(calendarOf(program, entered));
  lastOf.set(program, { closures, calendar });
  return calendar;
}
