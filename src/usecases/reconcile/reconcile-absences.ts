import { isDeepStrictEqual } from 'node:util';
import type { AbsenceState } from '../../domain/absences/absence-state.js';
import { isAbsenceOver, LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { type AbsencePlan, planAbsence } from '../../domain/absences/plan-absence.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import type { Services } from '../../ports/services.js';
import { absenceStateOf, lockAbsenceAndCalendar } from '../absences/absence-row.js';
import { absenceFieldsOf } from '../absences/write-absence-event.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { asJson } from '../process-events.js';
import { troubleOf } from '../process-trouble.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** Times away: what Temporal lost goes on from the state of its last recorded event. Of them there are few. */
export async function reconcileAbsences(services: Services, report: ReconcileReport): Promise<void> {
  const rows = await services.db.absence.findMany({
    where: { OR: [{ status: { in: [...LIVE_ABSENCES] } }, { endedAt: null }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) {
    await reconcileAbsence(services, id, report);
    report.checked += 1;
  }
}

export async function reconcileAbsence(
  services: Services,
  id: string,
  report: ReconcileReport,
): Promise<void> {
  const row = await services.db.absence.findUniqueOrThrow({ where: { id } });
  const workflowId = absenceWorkflowId(id);
  const running = await services.processes.stateOf(workflowId);
  await recording(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockAbsenceAndCalendar(tx, id);
    if (!locked || locked.processSeq !== row.processSeq) return;
    const recorded = absenceStateOf(locked);
    if (!recorded) return void report.alarms.push({ id, what: 'no-state' });
    const over = isAbsenceOver(recorded.status);
    if (running === 'ended' && !over) return void report.alarms.push({ id, what: 'workflow-ended-early' });
    const plan = planOf(services, recorded, await loadCalendar(tx, services));
    if (!plan) return void report.alarms.push({ id, what: 'cannot-plan' });
    const state = { ...recorded, ...plan };
    const planned = absenceFieldsOf(state);
    // What is held comes up later than planned.
    const held = (await troubleOf(tx, workflowId))?.tryAgainAt;
    const wanted = held ? { ...planned, nextDueAt: locked.nextDueAt } : planned;
    if (Object.entries(wanted).some(([name, value]) => !isDeepStrictEqual(locked[name as 'id'], value))) {
      const data = { ...wanted, processState: asJson(state), version: { increment: 1 } };
      await tx.absence.update({ where: { id }, data });
      report.mended.push(id);
    }
    if (running !== 'missing' || over) return;
    rec.outbox.start('absence', workflowId, { v: 1, state });
    report.restarted.push(id);
  });
}

/** Null: a time of it lies beyond the calendar; the others are still to be looked at. */
function planOf(services: Services, state: AbsenceState, calendar: BusinessCalendar): AbsencePlan | null {
  try {
    const { remindersAt } = services.programs.current().program.clock;
    return planAbsence({ state, calendar, remindersAt });
  } catch (error) {
    if (error instanceof CannotPlan) return null;
    throw error;
  }
}
