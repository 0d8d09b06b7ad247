import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../../adapters/database/generated/client.js';
import { afterCutOff } from '../../domain/calls/call-facts.js';
import { type CallState, isOver } from '../../domain/calls/call-state.js';
import { type CallPlan, planCall, withCallPlan } from '../../domain/calls/plan-call.js';
import { STANDING_STATUSES } from '../../domain/calls/question-statuses.js';
import type { SeriesState } from '../../domain/calls/series-state.js';
import { callSeriesWorkflowId, callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { type CallRow, callTimes, lockCall } from '../calls/call-row.js';
import { seriesRule } from '../calls/load-series.js';
import { lockSeries } from '../calls/series-row.js';
import { writeCallEvent } from '../calls/write-call-event.js';
import { troubleOf } from '../process-trouble.js';
import { type Recording, recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

const BATCH = 200;

/** The same for series and calls: what Temporal lost goes on from the state of its last recorded event. */
export async function reconcileCalls(services: Services, report: ReconcileReport): Promise<void> {
  const { program } = services.programs.current();
  for (const { id } of program.callSeries) {
    await reconcileSeries(services, id, report);
    report.checked += 1;
  }
  for (let after = ''; ; ) {
    const rows = await services.db.call.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, processState: true },
    });
    if (rows.length === 0) return;
    for (const { id, processState } of rows) {
      // Ended for good; of years of calls these are the most.
      if (processState && isOver(processState as unknown as CallState)) continue;
      await reconcileCall(services, id, report);
      report.checked += 1;
    }
    after = rows.at(-1)?.id ?? '';
  }
}

export async function reconcileSeries(
  services: Services,
  id: string,
  report: ReconcileReport,
): Promise<void> {
  const row = await services.db.callSeries.findUnique({ where: { id } });
  // A series new in the program is opened by the worker when it starts.
  if (!row) return;
  const workflowId = callSeriesWorkflowId(id);
  const running = await services.processes.stateOf(workflowId);
  if (running === 'running' || running === 'unavailable') return;
  await recording(services, async (rec) => {
    const { tx } = rec;
    await lockSeries(tx, id);
    const locked = await tx.callSeries.findUniqueOrThrow({ where: { id } });
    // It moved on while we looked: whoever moved it, it is alive.
    if (locked.processSeq !== row.processSeq) return;
    const state = locked.processState as unknown as SeriesState | null;
    if (!state) return void report.alarms.push({ id, what: 'no-state' });
    if (running === 'ended') return void report.alarms.push({ id, what: 'workflow-ended-early' });
    rec.outbox.start('callSeries', workflowId, { v: 1, state });
    report.restarted.push(id);
  });
}

export async function reconcileCall(services: Services, id: string, report: ReconcileReport): Promise<void> {
  const row = await services.db.call.findUniqueOrThrow({ where: { id } });
  const workflowId = callWorkflowId(id);
  const running = await services.processes.stateOf(workflowId);
  await recording(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockCall(tx, id);
    if (!locked || locked.processSeq !== row.processSeq) return;
    const recorded = locked.processState as unknown as CallState | null;
    if (!recorded) return void report.alarms.push({ id, what: 'no-state' });
    if (running === 'ended') return void report.alarms.push({ id, what: 'workflow-ended-early' });
    const calendar = await loadCalendar(tx, services);
    const plan = planOf(recorded, calendar, rec.at);
    if (!plan) return void report.alarms.push({ id, what: 'cannot-plan' });
    const state = withCallPlan(recorded, plan);
    const planned = derived(state, plan.dayOffName);
    // What is held comes up later than planned.
    const held = (await troubleOf(tx, workflowId))?.tryAgainAt;
    const wanted = held ? { ...planned, nextDueAt: locked.nextDueAt } : planned;
    if (Object.entries(wanted).some(([name, value]) => !isDeepStrictEqual(locked[name as 'id'], value))) {
      const processState = state as unknown as Prisma.InputJsonValue;
      await tx.call.update({ where: { id }, data: { ...wanted, processState, version: { increment: 1 } } });
      report.mended.push(id);
    }
    if (running !== 'missing') return;
    const goesOn = (await cancelIfUnasked(rec, services, { row: locked, state, calendar })) ?? state;
    report.restarted.push(id);
    if (isOver(goesOn)) return;
    rec.outbox.start('callCycle', workflowId, { v: 1, state: goesOn });
  });
}

/** Null: a time of it lies beyond the calendar; the others are still to be looked at. */
function planOf(state: CallState, calendar: BusinessCalendar, at: Date): CallPlan | null {
  try {
    return planCall({ state, calendar, at: at.toISOString() });
  } catch (error) {
    if (error instanceof CannotPlan) return null;
    throw error;
  }
}

/**
 * Lost between the cut-off and the cancellation that follows from it when nobody asked: the count was told to the
 * process alone, so it is made again. Null: the call goes on as it was recorded.
 */
async function cancelIfUnasked(
  rec: Recording,
  services: Services,
  { row, state, calendar }: { row: CallRow; state: CallState; calendar: BusinessCalendar },
): Promise<CallState | null> {
  const { tx, at } = rec;
  const series = seriesRule(services, row.seriesId);
  if (!series || state.status !== 'questions-closed') return null;
  const asked = await tx.callQuestion.count({
    where: { callId: row.id, status: { in: STANDING_STATUSES } },
  });
  const decided = afterCutOff(state, asked, at.toISOString());
  if (!decided) return null;
  const plan = planCall({ state: decided.state, calendar, at: at.toISOString() });
  const after = withCallPlan(decided.state, plan);
  await writeCallEvent(rec, services, {
    row,
    state: after,
    event: decided.event,
    plan,
    series,
    calendar,
  });
  return after;
}

/** What a call's row has from its process. */
function derived(state: CallState, dayOff: string | null) {
  const date = (at: string | null) => (at ? new Date(at) : null);
  return {
    status: state.status,
    ...callTimes(state.times),
    dayOff,
    staffConfirmed: state.staffConfirmed,
    cancelReason: state.cancelReason,
    cancelledAt: date(state.cancelledAt),
    selectedAt: date(state.selectedAt),
    attendanceKnownAt: date(state.attendanceKnownAt),
    recapPublishedAt: date(state.recapPublishedAt),
    nextDueAt: date(state.next?.at ?? null),
  };
}
