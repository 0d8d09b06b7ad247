import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import type { CallSeries } from '../../../src/domain/program/call-series.schema.js';
import { callSeriesOf } from '../../../src/domain/program/lookup.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import type { Closure } from '../../../src/domain/time/types.js';

/** The program as it comes. */
export const { program } = loadProgram('program');

export const workingGroup = seriesOf('legal-working-group');
export const socialServices = seriesOf('social-services');

function seriesOf(id: string): CallSeries {
  const series = callSeriesOf(program, id);
  if (!series) throw new Error(`no series ${id}`);
  return series;
}

export function calendarWith(closures: Closure[] = []) {
  return createCalendar(calendarOf(program, closures));
}

export const calendar = calendarWith();
