import { isDeepStrictEqual } from 'node:util';
import { planReview, type ReviewPlan } from '../../domain/conduct/plan-review.js';
import type { ReviewState } from '../../domain/conduct/review-state.js';
import { isReviewOver, LIVE_REVIEWS } from '../../domain/conduct/review-statuses.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockReviewAndCalendar, stateOf } from '../conduct/review-row.js';
import { derivedOf } from '../conduct/write-review-event.js';
import { asJson } from '../process-events.js';
import { troubleOf } from '../process-trouble.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** Conduct reviews: what Temporal lost goes on from the state of its last recorded event. Of them there are few. */
export async function reconcileReviews(services: Services, report: ReconcileReport): Promise<void> {
  const rows = await services.db.conductReview.findMany({
    where: { OR: [{ status: { in: LIVE_REVIEWS } }, { endedAt: null }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) {
    await reconcileReview(services, id, report);
    report.checked += 1;
  }
}

export async function reconcileReview(
  services: Services,
  id: string,
  report: ReconcileReport,
): Promise<void> {
  const row = await services.db.conductReview.findUniqueOrThrow({ where: { id } });
  const workflowId = reviewWorkflowId(id);
  const running = await services.processes.stateOf(workflowId);
  await recording(services, async (rec) => {
    const { tx } = rec;
    const locked = await lockReviewAndCalendar(tx, id);
    if (!locked || locked.processSeq !== row.processSeq) return;
    const recorded = stateOf(locked);
    if (!recorded) return void report.alarms.push({ id, what: 'no-state' });
    const over = isReviewOver(recorded.status);
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
      await tx.conductReview.update({ where: { id }, data });
      report.mended.push(id);
    }
    if (running !== 'missing' || over) return;
    rec.outbox.start('conductReview', workflowId, { v: 1, state });
    report.restarted.push(id);
  });
}

/** Null: a time of it lies beyond the calendar; the others are still to be looked at. */
function planOf(services: Services, state: ReviewState, calendar: BusinessCalendar): ReviewPlan | null {
  try {
    const { remindersAt } = services.programs.current().program.clock;
    return planReview({ state, calendar, remindersAt });
  } catch (error) {
    if (error instanceof CannotPlan) return null;
    throw error;
  }
}
