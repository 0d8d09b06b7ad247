import type { Occurrence } from '../../domain/calls/occurrence.js';
import { occurrenceOn, occurrencesOf } from '../../domain/calls/occurrences.js';
import type { SeriesDeadline, SeriesEvent, SeriesState } from '../../domain/calls/series-state.js';
import { PLANNING_STEP_DAYS } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import type { CallSeries, CallTopic } from '../../domain/program/call-series.schema.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { createCall } from '../../usecases/calls/create-call.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { lockSeries } from '../../usecases/calls/series-row.js';
import { appendEvent, asJson, contentHash } from '../../usecases/process-events.js';
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
  const { tx } = rec;
  await lockSeries(tx, state.seriesId);
  const { next: _next, ...decided } = state;
  const hash = contentHash(event, decided);
  return {
    hash,
    async plan(calendar) {
      const series = seriesRule(services, state.seriesId);
      const next = series && nextPlanning({ state, event, calendar });
      return {
        async write() {
          for (const occurrence of series ? callsToPlan({ state, event, series, calendar }) : []) {
            if (series) await createCall(rec, services, { occurrence, series, calendar, actor: event.actor });
          }
          appendEvent(rec, { workflowId: callSeriesWorkflowId(state.seriesId), event, hash });
          await tx.callSeries.update({
            where: { id: state.seriesId },
            data: {
              paused: state.paused,
              plannedUntil: state.plannedUntil ? new Date(`${state.plannedUntil}T00:00:00Z`) : null,
              nextDueAt: next ? new Date(next.at) : null,
              processSeq: event.seq,
              processState: asJson({ ...state, next }),
            },
          });
        },
        told: async () => ({ next, ...(series ? { planAheadDays: series.planAheadDays } : {}) }),
      };
    },
  };
}

interface Planning {
  state: SeriesState;
  event: SeriesEvent;
  series: CallSeries;
  calendar: BusinessCalendar;
}

/** Calls that become processes with this event: of its window those that aren't over or skipped, or the extra one. */
function callsToPlan({ state, event, series, calendar }: Planning): Occurrence[] {
  const { type, data } = event;
  if (type === 'planned' && !state.paused && data.from && data.until) {
    const window = { series, calendar, from: data.from, to: data.until };
    return [...occurrencesOf(window)].filter(
      ({ endsAt, date }) => endsAt > event.at && !state.skipped.includes(date),
    );
  }
  if (type === 'extra-planned' && data.date) {
    const occurrence = occurrenceOn({ series, calendar, date: data.date });
    return [{ ...occurrence, topic: (data.topic as CallTopic | undefined) ?? occurrence.topic }];
  }
  return [];
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
