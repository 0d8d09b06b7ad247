import { because, type Problem } from '../result.js';
import type { SeriesCommand, SeriesEvent, SeriesState } from './series-state.js';

/** What was decided: the one event that tells of it, and what it changes. */
interface SeriesOutcome {
  type: SeriesEvent['type'];
  change: Partial<SeriesState>;
  data?: SeriesEvent['data'];
}

type Of<K extends SeriesCommand['kind']> = Extract<SeriesCommand, { kind: K }>;

/** Something staff ask of a series. Pure and synchronous: the workflow's validator asks `refuse`. */
interface SeriesSheet<C> {
  refuse: (state: SeriesState, command: C) => Problem | null;
  carryOut: (state: SeriesState, command: C) => SeriesOutcome;
}

/** A row per decision about a series. Moving a call is the call's own business. */
const SERIES_DECISIONS: { [K in SeriesCommand['kind']]: SeriesSheet<Of<K>> } = {
  pause: {
    refuse: ({ paused }) => (paused ? because('series-paused') : null),
    carryOut: () => ({ type: 'paused', change: { paused: true } }),
  },
  resume: {
    refuse: ({ paused }) => (paused ? null : because('series-not-paused')),
    carryOut: () => ({ type: 'resumed', change: { paused: false } }),
  },
  skip: {
    refuse: ({ plannedUntil }, { date }) =>
      plannedUntil !== null && date <= plannedUntil ? because('call-planned-already') : null,
    carryOut: ({ skipped }, { date }) => ({
      type: 'skipped',
      change: { skipped: [...skipped, date].sort() },
      data: { date },
    }),
  },
  extra: {
    refuse: () => null,
    carryOut: (_state, { date, topic }) => ({ type: 'extra-planned', change: {}, data: { date, topic } }),
  },
};

export function seriesSheetOf(kind: SeriesCommand['kind']): SeriesSheet<SeriesCommand> {
  return SERIES_DECISIONS[kind] as unknown as SeriesSheet<SeriesCommand>;
}
