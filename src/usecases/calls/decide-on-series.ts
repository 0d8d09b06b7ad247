import { callId } from '../../domain/calls/occurrence.js';
import { occurrenceOn } from '../../domain/calls/occurrences.js';
import { isCallDay } from '../../domain/calls/recurrence.js';
import type { SeriesState } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { planOrRefuse } from '../plan-or-refuse.js';
import { sendCommand } from '../send-command.js';
import { seriesRule } from './load-series.js';
import type { SeriesDecision, SeriesView } from './series-decision.schema.js';

/** Skips a date, plans an extra call, pauses or resumes a series. */
export async function decideOnSeries(
  services: Services,
  actor: Actor,
  id: string,
  decision: SeriesDecision,
  { commandId }: { commandId: string },
): Promise<Result<SeriesView>> {
  if (!may(actor, 'calls.series')) return refuse('only-staff-decide-on-series');
  const series = seriesRule(services, id);
  if (!series) return refuse('no-such-series');
  const wrong = await wrongDate(services, series, decision);
  if (wrong) return wrong;
  const sent = await sendCommand(services, {
    actor,
    command: decision,
    commandId,
    workflowId: callSeriesWorkflowId(id),
    whenEnded: refuse('series-not-running'),
  });
  return sent.ok ? getSeries(services, actor, id) : sent;
}

export async function getSeries(services: Services, actor: Actor, id: string): Promise<Result<SeriesView>> {
  if (!may(actor, 'calls.series')) return refuse('only-staff-see-plan');
  const series = seriesRule(services, id);
  const row = await services.db.callSeries.findUnique({ where: { id } });
  if (!series || !row) return refuse('no-such-series');
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
  if (date < today) return refuseAt('/date', 'call-day-past');
  const slip = outsideOf(DATE_RANGES.callAtAnotherTime(today), date);
  if (slip) return refuseAt('/date', 'date-out-of-range', slip);
  if (decision.kind === 'skip') {
    return isCallDay(series, date) ? null : refuseAt('/date', 'no-call-on-day');
  }
  if (!series.topics.some(({ topic }) => topic === decision.topic)) {
    return refuseAt('/topic', 'no-such-topic');
  }
  const planned = await planOrRefuse('/date', () => occurrenceOn({ series, calendar, date }));
  if (!planned.ok) return planned;
  const taken = await services.db.call.count({ where: { id: callId(series.id, date) } });
  return taken > 0 ? refuse('call-on-day-already') : null;
}
