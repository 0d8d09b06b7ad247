import { callId } from '../../domain/calls/occurrence.js';
import { occurrenceOn } from '../../domain/calls/occurrences.js';
import { isCallDay } from '../../domain/calls/recurrence.js';
import type { SeriesCommandEnvelope, SeriesState } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../../usecases/calendar/load-calendar.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { planOrRefuse } from '../plan-or-refuse.js';
import { decideByProcess, unavailable } from './send-call-command.js';
import type { SeriesDecision, SeriesView } from './series-decision.schema.js';

const VALID_MS = 120_000;

/** Skips a date, plans an extra call, pauses or resumes a series. */
export async function decideOnSeries(
  services: Services,
  actor: Actor,
  id: string,
  decision: SeriesDecision,
  { commandId }: { commandId: string },
): Promise<Result<SeriesView>> {
  if (!may(actor, 'calls.series')) return refuse('forbidden', 'Only staff decide about the calls.');
  const series = seriesRule(services, id);
  if (!series) return refuse('not-found', 'There are no calls of this name.');
  const wrong = await wrongDate(services, series, decision);
  if (wrong) return wrong;
  const envelope: SeriesCommandEnvelope = {
    v: 1,
    commandId,
    actor: actorRef(actor),
    notAfter: new Date(services.clock.now().getTime() + VALID_MS).toISOString(),
    command: decision,
  };
  const outcome = await decideByProcess(services, callSeriesWorkflowId(id), envelope);
  switch (outcome.outcome) {
    case 'done':
      return getSeries(services, actor, id);
    case 'refused':
      return refuse(outcome.code === 'invalid' ? 'invalid' : 'not-allowed-now', outcome.detail);
    case 'ended':
      return refuse('not-allowed-now', 'This series is not running.');
    case 'unavailable':
      return unavailable();
  }
}

export async function getSeries(services: Services, actor: Actor, id: string): Promise<Result<SeriesView>> {
  if (!may(actor, 'calls.series')) return refuse('forbidden', 'Only staff see how a series is planned.');
  const series = seriesRule(services, id);
  const row = await services.db.callSeries.findUnique({ where: { id } });
  if (!series || !row) return refuse('not-found', 'There are no calls of this name.');
  return ok({
    id,
    title: series.title,
    paused: row.paused,
    plannedUntil: row.plannedUntil?.toISOString().slice(0, 10) ?? null,
    skipped: (row.processState as SeriesState | null)?.skipped ?? [],
  });
}

async function wrongDate(
  services: Services,
  series: CallSeries,
  decision: SeriesDecision,
): Promise<Result<never> | null> {
  if (decision.kind !== 'skip' && decision.kind !== 'extra') return null;
  const calendar = await loadCalendar(services.db, services);
  const { date } = decision;
  const today = calendar.dateOf(services.clock.now().toISOString());
  if (date < today) return bad('/date', 'This day is past.');
  const slip = outsideOf(DATE_RANGES.callAtAnotherTime(today), date);
  if (slip) return bad('/date', slip);
  if (decision.kind === 'skip') {
    return isCallDay(series, date) ? null : bad('/date', 'The series has no call on this day.');
  }
  if (!series.topics.some(({ topic }) => topic === decision.topic)) {
    return bad('/topic', 'The series has no such topic.');
  }
  const planned = await planOrRefuse('/date', () => occurrenceOn({ series, calendar, date }));
  if (!planned.ok) return planned;
  const taken = await services.db.call.count({ where: { id: callId(series.id, date) } });
  return taken > 0 ? refuse('not-allowed-now', 'There is a call on this day already.') : null;
}

function bad(pointer: string, message: string): Result<never> {
  return refuse('invalid', message, [{ pointer, message }]);
}
