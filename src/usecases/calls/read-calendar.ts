import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import type { Services } from '../../ports/services.js';
import type { CallView } from './call-view.schema.js';
import { seriesRule } from './load-series.js';
import { getCall, listCalls } from './read-calls.js';

/** Feeds show half a year back, so that a cancellation still reaches calendars that ask rarely, and a year ahead. */
const BACK_DAYS = 183;
/** Whoever reads a feed is nobody in particular: the same file for all. */
const EVERYBODY: Actor = { kind: 'public' };

/** What a calendar needs beside the view: how often the entry has changed, and when. */
export interface CalendarEntry {
  call: CallView;
  sequence: number;
}

export interface CallCalendar {
  name: string;
  entries: CalendarEntry[];
  /** When it was asked for. */
  stamp: Date;
}

export async function callCalendar(services: Services, id: string): Promise<Result<CallCalendar>> {
  const found = await getCall(services, EVERYBODY, id);
  return found.ok ? ok(await calendarOf(services, found.value.title, [found.value])) : found;
}

export async function seriesCalendar(services: Services, id: string): Promise<Result<CallCalendar>> {
  const series = seriesRule(services, id);
  if (!series) return refuse('no-such-series');
  const from = addDays(services.clock.now().toISOString().slice(0, 10), -BACK_DAYS);
  const calls = await listCalls(services, EVERYBODY, { series: id, from });
  return calls.ok ? ok(await calendarOf(services, series.title, calls.value)) : calls;
}

async function calendarOf(services: Services, name: string, calls: CallView[]): Promise<CallCalendar> {
  const rows = await services.db.call.findMany({
    where: { id: { in: calls.map(({ id }) => id) } },
    select: { id: true, calendarSequence: true },
  });
  const sequences = new Map(rows.map((row) => [row.id, row.calendarSequence]));
  const entries = calls.map((call) => ({ call, sequence: sequences.get(call.id) ?? 0 }));
  return { name, entries, stamp: services.clock.now() };
}
