import { type Occurrence, plannedDateOf } from '../../domain/calls/occurrence.js';
import { occurrenceOn } from '../../domain/calls/occurrences.js';
import { isCallDay } from '../../domain/calls/recurrence.js';
import type { SeriesState } from '../../domain/calls/series-state.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import { addDays } from '../../domain/time/add-days.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { withKey } from '../data-keys.js';
import type { CallRow } from './call-row.js';

/** So far ahead the rule is read out, and no further. */
export const MOST_AHEAD_DAYS = 3_660;

export type FoundCall = { row: CallRow; occurrence: null } | { row: null; occurrence: Occurrence };

/**
 * A call by its id: its row, or, of dates that aren't planned yet, what the rule says. Null: no such call.
 */
export async function findCall(services: Services, tx: Transaction, id: string): Promise<FoundCall | null> {
  const row = await tx.call.findUnique({ where: { id }, include: withKey });
  if (row) return { row, occurrence: null };
  const series = services.programs.current().program.callSeries.find((one) => id.startsWith(`${one.id}-`));
  const date = series && dateIn(series, id);
  if (!series || !date) return null;
  const calendar = await loadCalendar(tx, services);
  const today = calendar.dateOf(services.clock.now().toISOString());
  if (date > addDays(today, MOST_AHEAD_DAYS)) return null;
  const from = await firstUnplanned(tx, series, today);
  if (!from || date < from.date || from.skipped.includes(date) || !isCallDay(series, date)) return null;
  return { row: null, occurrence: occurrenceOn({ series, calendar, date }) };
}

/** From which date on the rule speaks for a series; null while it is paused, for then nothing is planned. */
export async function firstUnplanned(
  tx: Transaction,
  series: CallSeries,
  today: string,
): Promise<{ date: string; skipped: string[] } | null> {
  const row = await tx.callSeries.findUnique({ where: { id: series.id } });
  if (row?.paused) return null;
  const planned = row?.plannedUntil?.toISOString().slice(0, 10);
  // Through that date calls have rows; a date without one was skipped or left out.
  const date = [planned ? addDays(planned, 1) : today, series.firstDate].sort().at(-1) ?? today;
  return { date, skipped: (row?.processState as SeriesState | null)?.skipped ?? [] };
}

function dateIn(series: CallSeries, id: string): string | null {
  if (!new RegExp(`^${series.id}-\\d{4}-\\d{2}-\\d{2}$`).test(id)) return null;
  const date = plannedDateOf(id);
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date ? null : date;
}
