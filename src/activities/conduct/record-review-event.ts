import { planReview, type ReviewPlan } from '../../domain/conduct/plan-review.js';
import type { ReviewEvent, ReviewState } from '../../domain/conduct/review-state.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { lockReviewAndCalendar } from '../../usecases/conduct/review-row.js';
import { reviewEventHash, writeReviewEvent } from '../../usecases/conduct/write-review-event.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { recordingActivity } from '../recording-activity.js';

export interface RecordReviewEvent {
  v: 1;
  /** State after the event. */
  state: ReviewState;
  event: ReviewEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

/**
 * Carries out one decision about a conduct review in one transaction: audit, row, the words of the decision, mails, and
 * the dates on today's calendar. Repeating it changes nothing.
 */
export function recordReviewEvent(services: RecordServices) {
  return recordingActivity<RecordReviewEvent, ReviewPlan>(services, {
    workflowId: ({ state }) => reviewWorkflowId(state.reviewId),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.conductReview.updateMany({ where: { id: state.reviewId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordReviewEvent,
): Promise<Begun<ReviewPlan>> {
  const row = await lockReviewAndCalendar(rec.tx, state.reviewId);
  // Erased: nothing of it is to be written any more.
  if (!row) throw new NeverRecorded('cannot-record');
  const { remindersAt } = services.programs.current().program.clock;
  return {
    hash: reviewEventHash(event, state),
    version: row.version,
    calendarHeld: true,
    async plan(calendar) {
      const plan = planReview({ state, calendar, remindersAt });
      return {
        write: () => writeReviewEvent(rec, services, { row, state: { ...state, ...plan }, event }),
        told: async () => plan,
      };
    },
  };
}
