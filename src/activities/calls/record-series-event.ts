import { occurrenceOn, occurrencesOf } from '../../domain/calls/occurrences.js';
import type { SeriesDeadline, SeriesEvent, SeriesState } from '../../domain/calls/series-state.js';
import { PLANNING_STEP_DAYS } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import type { CallTopic } from '../../domain/program/call-series.schema.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { loadCalendar } from '../../usecases/calendar/load-calendar.js';
import { holdCalendar } from '../../usecases/calendar/lock-calendar.js';
import { createCall } from '../../usecases/calls/create-call.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { appendEvent, asJson, contentHash, isRecorded } from '../../usecases/process-events.js';
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
  return recordingActivity<RecordSeriesEvent, RecordedSeriesEvent>(
    services,
    {
      workflowId: ({ state }) => callSeriesWorkflowId(state.seriesId),
      putOff: (tx, { state }, due, until) =>
        tx.callSeries.updateMany({ where: { id: state.seriesId, ...due }, data: { nextDueAt: until } }),
    },
    async (rec, { state, event }) => {
      const { tx } = rec;
      const workflowId = callSeriesWorkflowId(state.seriesId);
      await tx.$queryRaw`SELECT id FROM call_series WHERE id = ${state.seriesId} FOR UPDATE`;
      const { next: _next, ...decided } = state;
      const hash = contentHash(event, decided);
      const known = await isRecorded(tx, services.log, { workflowId, seq: event.seq, hash });
      await holdCalendar(tx);
      const calendar = await loadCalendar(tx, services);
      const series = seriesRule(services, state.seriesId);
      const next = series && nextPlanning({ state, event, calendar });
      const recorded = { next, ...(series ? { planAheadDays: series.planAheadDays } : {}) };
      if (known) return recorded;
      const plan = (occurrence: ReturnType<typeof occurrenceOn>) =>
        series && createCall(rec, services, { occurrence, series, calendar, actor: event.actor });
      if (series && event.type === 'planned' && !state.paused && event.data.from && event.data.until) {
        const window = { series, calendar, from: event.data.from, to: event.data.until };
        for (const occurrence of occurrencesOf(window)) {
          const over = occurrence.endsAt <= event.at;
          if (!over && !state.skipped.includes(occurrence.date)) await plan(occurrence);
        }
      }
      if (series && event.type === 'extra-planned' && event.data.date) {
        const occurrence = occurrenceOn({ series, calendar, date: event.data.date });
        await plan({ ...occurrence, topic: (event.data.topic as CallTopic | undefined) ?? occurrence.topic });
      }
      await appendEvent(tx, { workflowId, event, hash });
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
      return recorded;
    },
  );
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
