import type { CalendarData, Closure } from '../time/types.js';
import type { Program } from './program.schema.js';

/** The program's calendar with the closures staff entered; the file's own closures were always known. */
export function calendarOf(program: Program, entered: Closure[]): CalendarData {
  const written = program.closures.map((day) => ({ ...day, enteredAt: ALWAYS, removedAt: null }));
  return {
    zone: program.zone,
    officeHours: program.officeHours,
    federalHolidays: program.holidays.federal,
    holidays: program.holidays.extra,
    closures: [...written, ...entered],
  };
}

const ALWAYS = '1970-01-01T00:00:00.000Z';
