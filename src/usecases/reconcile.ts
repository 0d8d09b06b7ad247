import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../adapters/database/generated/client.js';
import { WAITING_MAIL } from '../domain/mail/statuses.js';
import { planRequest, type RequestPlan } from '../domain/requests/plan-request.js';
import type { RequestState } from '../domain/requests/state.js';
import { ENDED_STATUSES, isEnded } from '../domain/requests/statuses.js';
import { mailWorkflowId, requestWorkflowId } from '../domain/requests/workflow-id.js';
import { CannotPlan } from '../domain/time/cannot-plan.js';
import type { Transaction } from '../ports/database.js';
import type { Services } from '../ports/services.js';
import { loadCalendar } from './calendar/load-calendar.js';
import { mendOrganizations } from './people/mend-organizations.js';
import { clearTrouble, subjectOf, troubleOf } from './process-trouble.js';
import { reconcileCalls } from './reconcile-calls.js';
import { reconcileContacts } from './reconcile-contacts.js';
import { reconcileForms } from './reconcile-forms.js';
import { reconcileMeetings } from './reconcile-meetings.js';
import { emptyReport, type ReconcileReport } from './reconcile-report.js';
import { recording } from './recording.js';
import { courtDateOf, lockRequest, type RequestRow } from './requests/request-row.js';

const BATCH = 200;

/**
 * Finds and mends rows and workflows that disagree: a workflow Temporal has lost is started again from the
 * state of its last recorded event, a read model that differs from that state is written anew, mail nobody
 * delivers is taken up. What has ended is never started again.
 */
export async function reconcile(
  services: Services & { relay: { sweep(): Promise<number> } },
  progress: (checked: number) => void = () => undefined,
): Promise<ReconcileReport> {
  const report = { ...emptyReport(), unavailable: !(await services.processes.ready()) };
  if (report.unavailable) return report;
  // What is only on its way is not lost.
  await services.relay.sweep();
  for (let after = ''; ; ) {
    const ids = await nextIds(services, after);
    if (ids.length === 0) break;
    for (const id of ids) {
      await reconcileRequest(services, id, report);
      report.checked += 1;
    }
    progress(report.checked);
    after = ids.at(-1) ?? '';
  }
  await reconcileCalls(services, report);
  await reconcileForms(services, report);
  await reconcileMeetings(services, report);
  await reconcileContacts(services, report);
  report.organizations = await mendOrganizations(services);
  progress(report.checked);
  await reconcileMail(services, report);
  await reconcileTroubles(services, report);
  return report;
}

/** What can't be carried out is for a person; a process that is over has no trouble any more. */
async function reconcileTroubles(services: Services, report: ReconcileReport): Promise<void> {
  for (const { workflowId } of await services.db.processTrouble.findMany({ orderBy: { since: 'asc' } })) {
    const running = await services.processes.stateOf(workflowId);
    if (running === 'ended' || running === 'missing') await clearTrouble(services.db, workflowId);
    else report.alarms.push({ id: subjectOf(workflowId), what: 'keeps-failing' });
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
    const planned = derived(state, plan);
    // What is held comes up later than planned.
    const wanted = trouble?.tryAgainAt ? { ...planned, nextDueAt: locked.nextDueAt } : planned;
    if (differs(locked, wanted)) {
      await tx.taRequest.update({ where: { id }, data: wanted });
      report.mended.push(id);
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
  };
}

function differs(row: RequestRow, wanted: ReturnType<typeof derived>): boolean {
  return Object.entries(wanted).some(
    ([name, value]) => !isDeepStrictEqual(row[name as keyof RequestRow], value),
  );
}

async function isInHand(services: Services, batchId: string): Promise<boolean> {
  const state = await services.processes.stateOf(`bulk-mail/${batchId}`);
  return state === 'running' || state === 'unavailable';
}

/** Mail that waits without anybody delivering it; a half-sent one is for staff to look at. */
async function reconcileMail(services: Services, report: ReconcileReport): Promise<void> {
  const waiting = await services.db.message.findMany({
    where: { status: { in: WAITING_MAIL } },
    select: { id: true, status: true, batchId: true },
  });
  for (const { id, status, batchId } of waiting) {
    // Rows of a batch are its process's; without it each goes its own way.
    if (batchId && (await isInHand(services, batchId))) continue;
    const workflowId = mailWorkflowId(id);
    const running = await services.processes.stateOf(workflowId);
    if (running === 'running' || running === 'unavailable') continue;
    if (status === 'sending' || running === 'ended') {
      // Never handed to a server is failed; perhaps handed over is unknown.
      const left =
        status === 'sending'
          ? { status: 'unknown', code: 'interrupted' }
          : { status: 'failed', code: 'given-up' };
      // It may have been sent while we looked; then nothing is wrong with it.
      report.mailUnknown += (
        await services.db.message.updateMany({ where: { id, status }, data: left })
      ).count;
      continue;
    }
    // On its way since the outbox was emptied above.
    if (await services.db.outbox.count({ where: { workflowId, deliveredAt: null } })) continue;
    await recording(services, async ({ outbox }) =>
      outbox.start('mailDelivery', workflowId, { v: 1, messageId: id }),
    );
    report.mailRestarted += 1;
  }
}
