import { isDeepStrictEqual } from 'node:util';
import type { IntroductionState } from '../../domain/mentors/introduction-state.js';
import { isIntroductionOver, LIVE_INTRODUCTIONS } from '../../domain/mentors/introduction-statuses.js';
import { type IntroductionPlan, planIntroduction } from '../../domain/mentors/plan-introduction.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockIntroductionAndCalendar, stateOf } from '../mentors/introduction-row.js';
import { derivedOf } from '../mentors/write-introduction-event.js';
import { asJson } from '../process-events.js';
import { troubleOf } from '../process-trouble.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** Introductions: what Temporal lost goes on from the state of its last recorded event. Of them there are few. */
export async function reconcileIntroductions(services: Services, report: ReconcileReport): Promise<void> {
  const rows = await services.db.introduction.findMany({
    where: { OR: [{ status: { in: LIVE_INTRODUCTIONS } }, { endedAt: null }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) {
    await reconcileIntroduction(services, id, report);
    report.checked += 1;
  }
}

export async function reconcileIntroduction(
  services: Services,
  id: string,
  report: ReconcileReport,
): Promise<void> {
  const row = await services.db.introduction.findUniqueOrThrow({ where: { id } });
  const workflowId = introductionWorkflowId(id);
  const running = await services.processes.stateOf(workflowId);
  await recording(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockIntroductionAndCalendar(tx, id);
    if (!locked || locked.processSeq !== row.processSeq) return;
    const recorded = stateOf(locked);
    if (!recorded) return void report.alarms.push({ id, what: 'no-state' });
    const over = isIntroductionOver(recorded.status);
    if (running === 'ended' && !over) return void report.alarms.push({ id, what: 'workflow-ended-early' });
    const plan = planOf(services, recorded, await loadCalendar(tx, services));
    if (!plan) return void report.alarms.push({ id, what: 'cannot-plan' });
    const state = { ...recorded, ...plan };
    const planned = derivedOf(state);
    // What is held comes up later than planned.
    const held = (await troubleOf(tx, workflowId))?.tryAgainAt;
    const wanted = held ? { ...planned, nextDueAt: locked.nextDueAt } : planned;
    if (Object.entries(wanted).some(([name, value]) => !isDeepStrictEqual(locked[name as 'id'], value))) {
      const data = { ...wanted, processState: asJson(state), version: { increment: 1 } };
      await tx.introduction.update({ where: { id }, data });
      report.mended.push(id);
    }
    if (running !== 'missing' || over) return;
    rec.outbox.start('mentorIntroduction', workflowId, { v: 1, state });
    report.restarted.push(id);
  });
}

/** Null: a time of it lies beyond the calendar; the others are still to be looked at. */
function planOf(
  services: Services,
  state: IntroductionState,
  calendar: BusinessCalendar,
): IntroductionPlan | null {
  try {
    const { remindersAt } = services.programs.current().program.clock;
    return planIntroduction({ state, calendar, remindersAt });
  } catch (error) {
    if (error instanceof CannotPlan) return null;
    throw error;
  }
}
