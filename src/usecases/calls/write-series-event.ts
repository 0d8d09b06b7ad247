import type { Occurrence } from '../../domain/calls/occurrence.js';
import { occurrenceOn, occurrencesOf } from '../../domain/calls/occurrences.js';
import type { SeriesDeadline, SeriesEvent, SeriesState } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import type { CallSeries, CallTopic } from '../../domain/program/call-series.schema.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent, asJson, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { createCall } from './create-call.js';

export interface SeriesEventToWrite {
  state: SeriesState;
  event: SeriesEvent;
  next: SeriesDeadline | null;
  /** Null: the program no longer has it. */
  series: CallSeries | null;
  calendar: BusinessCalendar;
}

/** Appends a series' event, plans the calls it calls for and updates its row: the one place that does. */
export async function writeSeriesEvent(
  rec: Recording,
  services: RecordServices,
  { state, event, next, series, calendar }: SeriesEventToWrite,
): Promise<void> {
  const { tx } = rec;
  for (const occurrence of series ? callsToPlan({ state, event, series, calendar }) : []) {
    if (series) await createCall(rec, services, { occurrence, series, calendar, actor: event.actor });
  }
  const workflowId = callSeriesWorkflowId(state.seriesId);
  appendEvent(rec, { workflowId, event, hash: seriesEventHash(event, state) });
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
}

/** When it plans next depends on the calendar, may differ between two tries and doesn't count. */
export function seriesEventHash(event: SeriesEvent, state: SeriesState): string {
  const { next: _next, ...decided } = state;
  return contentHash(event, decided);
}

/** Calls that become processes with this event: of its window those that aren't over or skipped, or the extra one. */
function callsToPlan({
  state,
  event,
  series,
  calendar,
}: Omit<SeriesEventToWrite, 'next' | 'series'> & { series: CallSeries }): Occurrence[] {
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
