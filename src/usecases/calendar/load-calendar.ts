import { calendarOf } from '../../domain/program/calendar-of.js';
import type { Program } from '../../domain/program/program.schema.js';
import { type BusinessCalendar, createCalendar } from '../../domain/time/calendar.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { type Sql, sql } from '../sql.js';

/** The calendar last made of a program: it remembers the days it has worked out, which each event asks for. */
const lastOf = new WeakMap<Program, { closures: string; calendar: BusinessCalendar }>();

/** What is entered of closures, as one value of a statement that reads more. */
export const closuresEntered = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'date', to_char(date, 'YYYY-MM-DD'),
    'name', name,
    'enteredAt', ${written(sql`entered_at`)},
    'removedAt', ${written(sql`removed_at`)}) ORDER BY entered_at), '[]')::text FROM closure)`;

/** Today's calendar: the current program's days with the closures staff entered. Never pinned to a request. */
export async function loadCalendar(
  tx: Transaction,
  services: Pick<RecordServices, 'programs'>,
): Promise<BusinessCalendar> {
  const [row] = await tx.$queryRaw<[{ closures: string }]>`SELECT ${closuresEntered} AS closures`;
  return calendarWith(services, row.closures);
}

/** The calendar as it was read last, for a first look: what counts is computed on today's. */
export async function recentCalendar(
  tx: Transaction,
  services: Pick<RecordServices, 'programs'>,
): Promise<BusinessCalendar> {
  return lastOf.get(services.programs.current().program)?.calendar ?? loadCalendar(tx, services);
}

/** The same, of closures read with something else. */
export function calendarWith(
  { programs }: Pick<RecordServices, 'programs'>,
  closures: string,
): BusinessCalendar {
  const { program } = programs.current();
  const last = lastOf.get(program);
  if (last?.closures === closures) return last.calendar;
  const calendar = createCalendar(calendarOf(program, JSON.parse(closures)));
  lastOf.set(program, { closures, calendar });
  return calendar;
}

/** An instant as `toISOString` writes it. */
function written(column: Sql): Sql {
  return sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
