import type { Occurrence } from '../../domain/calls/occurrence.js';
import { occurrencesOf } from '../../domain/calls/occurrences.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { withKey } from '../data-keys.js';
import type { CallRow } from './call-row.js';
import { callViews, foreseenView } from './call-view.js';
import type { CallsQuery, CallView } from './call-view.schema.js';
import { findCall, firstUnplanned, MOST_AHEAD_DAYS } from './find-call.js';

/** Without `to`, a year ahead is shown. */
const AHEAD_DAYS = 366;

/** Calls by their start; planned ones from their rows, later ones from the rule. Nothing here names a person. */
export async function listCalls(
  services: Services,
  actor: Actor,
  query: Pick<CallsQuery, 'series' | 'from' | 'to'>,
): Promise<Result<CallView[]>> {
  const { program } = services.programs.current();
  const series = program.callSeries.filter(({ id }) => query.series === undefined || id === query.series);
  if (series.length === 0) return refuseAt('/series', 'unknown-series');
  const calendar = await loadCalendar(services.db, services);
  const today = calendar.dateOf(services.clock.now().toISOString());
  const from = query.from === undefined ? null : startOf(calendar, query.from);
  const to = endOf(calendar, query.to ?? addDays(today, AHEAD_DAYS));
  if (from !== null && from > to) return refuseAt('/to', 'last-day-before-first');
  const inRange = (at: string) => (from === null || at >= from) && at <= to;
  const rows = await services.db.call.findMany({
    where: {
      seriesId: { in: series.map(({ id }) => id) },
      startsAt: { ...(from === null ? {} : { gte: new Date(from) }), lte: new Date(to) },
    },
    include: withKey,
  });
  const foreseen: Occurrence[] = [];
  const last = [calendar.dateOf(to), addDays(today, MOST_AHEAD_DAYS)].sort()[0] ?? today;
  for (const one of series) {
    const unplanned = await firstUnplanned(services.db, one, today);
    if (!unplanned) continue;
    const first = [unplanned.date, from === null ? unplanned.date : calendar.dateOf(from)].sort().at(-1);
    const found = occurrencesOf({ series: one, calendar, from: first ?? today, to: last });
    const known = await extraCalls(services, found);
    foreseen.push(
      ...found.filter(
        ({ id, date, startsAt }) => inRange(startsAt) && !unplanned.skipped.includes(date) && !known.has(id),
      ),
    );
  }
  const views = await callViews(services, services.db, actor, rows);
  return ok(
    [...views, ...foreseen.map((one) => foreseenView(services, one))].sort((a, b) =>
      keyOfCall(a) < keyOfCall(b) ? -1 : 1,
    ),
  );
}

export const keyOfCall = ({ startsAt, id }: Pick<CallView, 'startsAt' | 'id'>): string => `${startsAt}/${id}`;

export async function getCall(services: Services, actor: Actor, id: string): Promise<Result<CallView>> {
  const found = await findCall(services, services.db, id);
  if (!found) return refuse('no-such-call');
  return ok(
    found.row ? await viewOfCall(services, actor, found.row) : foreseenView(services, found.occurrence),
  );
}

export async function viewOfCall(services: Services, actor: Actor, row: CallRow): Promise<CallView> {
  const [view] = await callViews(services, services.db, actor, [row]);
  if (!view) throw new Error('a call without a view');
  return view;
}

/** Extra and moved calls far ahead have rows, and keep the ids of their first dates. */
async function extraCalls(services: Services, found: Occurrence[]): Promise<Set<string>> {
  const rows = await services.db.call.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

const isDate = (text: string) => text.length === 10;
const startOf = (calendar: BusinessCalendar, text: string) =>
  isDate(text) ? calendar.at(text, '00:00') : text;

/** A date means all of it. */
function endOf(calendar: BusinessCalendar, text: string): string {
  if (!isDate(text)) return text;
  return new Date(Date.parse(calendar.at(addDays(text, 1), '00:00')) - 1).toISOString();
}
