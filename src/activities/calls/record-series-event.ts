import type { SeriesDeadline, SeriesEvent, SeriesState } from '../../domain/calls/series-state.js';
import { PLANNING_STEP_DAYS } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { lockSeriesAndCalendar } from '../../usecases/calls/series-row.js';
import { seriesEventHash, writeSeriesEvent } from '../../usecases/calls/write-series-event.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { recordingActivity } from '../recording-activity.js';

/** Mondays at this wall time the next weeks are planned. */
const PLANNING_TIME = '06:00';

export interface RecordSeriesEvent {
  v: 1;
  /** State after the event. */
  state: SeriesState;
  event: SeriesEvent;
}

export interface RecordedSeriesEvent {
  next: SeriesDeadline | null;
  /** As the program in force says; histories of before don't have it. */
  planAheadDays?: number;
}

/**
 * Carries out one decision of a series in one transaction: audit, the calls it plans with the start of their
 * processes, the read model. A series the program no longer has plans nothing more.
 */
export function recordSeriesEvent(services: RecordServices) {
  return recordingActivity<RecordSeriesEvent, RecordedSeriesEvent>(services, {
    workflowId: ({ state }) => callSeriesWorkflowId(state.seriesId),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.callSeries.updateMany({ where: { id: state.seriesId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordSeriesEvent,
): Promise<Begun<RecordedSeriesEvent>> {
  const calendarHeld = await lockSeriesAndCalendar(rec.tx, state.seriesId);
  return {
    calendarHeld,
    hash: seriesEventHash(event, state),
    async plan(calendar) {
      const series = seriesRule(services, state.seriesId);
      const next = series && nextPlanning({ state, event, calendar });
      return {
        write: () => writeSeriesEvent(rec, services, { state, event, next, series, calendar }),
        told: async () => ({ next, ...(series ? { planAheadDays: series.planAheadDays } : {}) }),
      };
    },
  };
}

/** Once a week, at once after a pause; whatever else staff decide puts it off no further. */
function nextPlanning({
  state,
  event,
  calendar,
}: Pick<RecordSeriesEvent, 'state' | 'event'> & { calendar: BusinessCalendar }): SeriesDeadline {
  if (event.type === 'resumed') return { kind: 'plan', at: event.at };
  if (event.type !== 'planned' && state.next) return state.next;
  const date = addDays(calendar.dateOf(event.at), PLANNING_STEP_DAYS);
  return { kind: 'plan', at: calendar.at(date, PLANNING_TIME) };
}
