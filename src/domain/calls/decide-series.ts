import { remembered } from '../handled-once.js';
import type { Problem } from '../result.js';
import { addDays } from '../time/add-days.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { seriesSheetOf } from './series-decisions.js';
import {
  PLANNING_DAYS,
  type SeriesCommandEnvelope,
  type SeriesDeadline,
  type SeriesEvent,
  type SeriesState,
} from './series-state.js';

interface Decided {
  state: SeriesState;
  event: SeriesEvent;
}

export function openSeries(seriesId: string, at: Instant, planAheadDays: number): SeriesState {
  return {
    v: 1,
    seriesId,
    seq: 0,
    paused: false,
    planAheadDays,
    plannedUntil: null,
    skipped: [],
    next: { kind: 'plan', at },
    handled: [],
  };
}

/** Null, or why the command can't be carried out now. Synchronous and pure. */
export function seriesRefusalOf(
  state: SeriesState,
  { command, commandId }: SeriesCommandEnvelope,
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  return seriesSheetOf(command.kind).refuse(state, command);
}

export function carryOutOnSeries(
  state: SeriesState,
  { command, commandId, actor }: SeriesCommandEnvelope,
  at: Instant,
): Decided {
  const { type, change, data = {} } = seriesSheetOf(command.kind).carryOut(state, command);
  const seq = state.seq + 1;
  const handled = remembered(state.handled, commandId);
  return { state: { ...state, ...change, seq, handled }, event: { seq, type, at, actor, commandId, data } };
}

/**
 * Time to plan: every call so many days ahead (nine weeks by default) becomes a process. A paused series plans nothing; once
 * resumed it goes on where it stood, and what is over by then is left out. `today` in the program's zone would
 * be a date computed outside; the UTC date serves, since that many days leave room.
 */
export function whenSeriesIsDue(state: SeriesState, _deadline: SeriesDeadline, at: Instant): Decided {
  const today = at.slice(0, 10) as IsoDate;
  const skipped = state.skipped.filter((date) => date >= today);
  const seq = state.seq + 1;
  const event = { seq, type: 'planned' as const, at, actor: 'system', commandId: null };
  if (state.paused) return { state: { ...state, seq, skipped }, event: { ...event, data: {} } };
  const from = state.plannedUntil === null ? addDays(today, -1) : addDays(state.plannedUntil, 1);
  const until = furthest(state.plannedUntil, addDays(today, state.planAheadDays ?? PLANNING_DAYS));
  return {
    state: { ...state, seq, plannedUntil: until, skipped },
    event: { ...event, data: { from, until } },
  };
}

/** Told to plan less far ahead, a series stands still until its plan is used up: what is planned stays. */
function furthest(planned: IsoDate | null, until: IsoDate): IsoDate {
  return planned !== null && planned > until ? planned : until;
}
