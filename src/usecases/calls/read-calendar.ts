import { calendarFile } from '../../api/calls/calendar-file.js';
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

export async function callCalendar(services: Services, id: string): Promise<Result<string>> {
  const found = await getCall(services, EVERYBODY, id);
  return found.ok ? ok(await fileOf(services, found.value.title, [found.value])) : found;
}

export async function seriesCalendar(services: Services, id: string): Promise<Result<string>> {
  const series = seriesRule(services, id);
  if (!series) return refuse('no-such-series');
  const from = addDays(services.clock.now().toISOString().slice(0, 10), -BACK_DAYS);
  const calls = await listCalls(services, EVERYBODY, { series: id, from });
  return calls.ok ? ok(await fileOf(services, series.title, calls.value)) : calls;
}

async function fileOf(services: Services, name: string, calls: CallView[]): Promise<string> {
  const rows = await services.db.call.findMany({
    where: { id: { in: calls.map(({ id }) => id) } },
    select: { id: true, calendarSequence: true },
  });
  const sequences = new Map(rows.map((row) => [row.id, row.calendarSequence]));
  const entries = calls.map((call) => ({ call, sequence: sequences.get(call.id) ?? 0 }));
  return calendarFile(services, { name, entries, stamp: services.clock.now() });
}
