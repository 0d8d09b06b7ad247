import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { RequestPlan } from '../../domain/requests/plan.js';
import { planRequest } from '../../domain/requests/plan-request.js';
import type { RequestState } from '../../domain/requests/state.js';
import { ENDED_STATUSES, isEnded, isOpen } from '../../domain/requests/statuses.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { troubleOf } from '../process-trouble.js';
import { recording } from '../recording.js';
import { courtDateOf, lockRequest, type RequestRow } from '../requests/request-row.js';
import { tellRequest } from '../requests/tell-request.js';
import type { ReconcileReport } from './report.js';

const BATCH = 200;

/** Each request that has not ended: a workflow that Temporal lost goes on, a read model that differs is written anew. */
export async function reconcileRequests(
  services: Services,
  report: ReconcileReport,
  progress: (checked: number) => void,
): Promise<void> {
  for (let after = ''; ; ) {
    const ids = await nextIds(services, after);
    if (ids.length === 0) return;
    for (const id of ids) {
      await reconcileRequest(services, id, report);
      report.checked += 1;
    }
    progress(report.checked);
    after = ids.at(-1) ?? '';
  }
}

async function nextIds(services: Services, after: string): Promise<string[]> {
  const rows = await services.db.taRequest.findMany({
    where: { status: { notIn: ENDED_STATUSES }, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export async function reconcileRequest(
  services: Services,
  id: string,
  report: ReconcileReport,
): Promise<void> {
  const row = await services.db.taRequest.findUniqueOrThrow({ where: { id } });
  const running = await services.processes.stateOf(requestWorkflowId(row.id, row.episode));
  await recording(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockRequest(tx, id);
    // It moved on while we looked: whoever moved it, it is alive.
    if (!locked || locked.processSeq !== row.processSeq || locked.episode !== row.episode) return;
    const state = locked.processState as unknown as RequestState | null;
    if (!state) return void report.alarms.push({ id, what: 'no-state' });
    if (isEnded(state.status) || running === 'ended') {
      return void report.alarms.push({ id, what: 'workflow-ended-early' });
    }
    const { at } = rec;
    const plan = await planOf(tx, services, { row: locked, state, at });
    if (!plan) return void report.alarms.push({ id, what: 'cannot-plan' });
    const trouble = await troubleOf(tx, requestWorkflowId(id, locked.episode));
    // Once answered nothing is aimed for, and no closure moves it.
    const planned = {
      ...derived(state, plan),
      ...(isOpen(state.status) ? {} : { targetAt: locked.targetAt }),
    };
    // What is held comes up later than planned.
    const wanted = trouble?.tryAgainAt ? { ...planned, nextDueAt: locked.nextDueAt } : planned;
    if (differs(locked, wanted)) {
      await tx.taRequest.update({ where: { id }, data: wanted });
      report.mended.push(id);
    }
    // Answered before there was an end by itself, and it has not heard: it plans nothing until told.
    if (running !== 'missing' && state.status === 'responded' && !state.next && plan.next) {
      const kind = locked.reopeningAskedAt ? 'closing-held' : 'closing-resumed';
      tellRequest(rec, locked, { v: 1, kind, at: at.toISOString() });
      if (!report.mended.includes(id)) report.mended.push(id);
    }
    if (running === 'missing') {
      const workflowId = requestWorkflowId(id, locked.episode);
      const next = { ...state, next: plan.next, dueAt: plan.reading.dueAt };
      rec.outbox.start('taRequest', workflowId, { v: 1, state: next });
      report.restarted.push(id);
    }
  });
}

/** Null: a date of it lies beyond the calendar; the others are still to be looked at. */
async function planOf(
  tx: Transaction,
  services: Services,
  { row, state, at }: { row: RequestRow; state: RequestState; at: Date },
): Promise<RequestPlan | null> {
  const program = await services.programs.byVersion(tx, row.programVersionId);
  const calendar = await loadCalendar(tx, services);
  try {
    return planRequest({ state, calendar, program, courtDate: courtDateOf(row), at: at.toISOString() });
  } catch (error) {
    if (error instanceof CannotPlan) return null;
    throw error;
  }
}

function derived(state: RequestState, plan: RequestPlan) {
  return {
    status: state.status,
    clockState: plan.reading.state,
    clockEvents: state.clock as unknown as Prisma.InputJsonValue,
    dueAt: plan.reading.dueAt ? new Date(plan.reading.dueAt) : null,
    targetAt: plan.targetAt ? new Date(plan.targetAt) : null,
    nextDueAt: plan.next ? new Date(plan.next.at) : null,
    escalationLevel: state.escalationLevel,
    assigneeId: state.assigneeId,
    supervisorStatus: state.supervisor,
    followUpDueAt: plan.followUpDueAt ? new Date(plan.followUpDueAt) : null,
    closesOn: plan.closesOn ? new Date(`${plan.closesOn}T00:00:00Z`) : null,
  };
}

function differs(row: RequestRow, wanted: ReturnType<typeof derived>): boolean {
  return Object.entries(wanted).some(
    ([name, value]) => !isDeepStrictEqual(row[name as keyof RequestRow], value),
  );
}
