import { planReview } from '../../domain/conduct/plan-review.js';
import type { ReviewState } from '../../domain/conduct/review-state.js';
import { isReviewOver, LIVE_REVIEWS } from '../../domain/conduct/review-statuses.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { lockReviewAndCalendar, type ReviewRow, stateOf } from '../conduct/review-row.js';
import { derivedOf } from '../conduct/write-review-event.js';
import { withKey } from '../data-keys.js';
import { type PlannedKind, reconcileAllPlanned, reconcilePlanned } from './reconcile-planned.js';
import type { ReconcileReport } from './report.js';

const REVIEWS: PlannedKind<ReviewState, ReviewRow> = {
  workflowId: reviewWorkflowId,
  running: (db) =>
    db.conductReview.findMany({
      where: { OR: [{ status: { in: LIVE_REVIEWS } }, { endedAt: null }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  read: (db, id) => db.conductReview.findUniqueOrThrow({ where: { id }, include: withKey }),
  lock: lockReviewAndCalendar,
  stateOf: stateOf,
  isOver: ({ status }) => isReviewOver(status),
  plan: planReview,
  fieldsOf: derivedOf,
  write: (tx, id, data) => tx.conductReview.update({ where: { id }, data }),
  start: (outbox, workflowId, state) => outbox.start('conductReview', workflowId, { v: 1, state }),
};

/** Conduct reviews. */
export const reconcileReviews = (services: Services, report: ReconcileReport) =>
  reconcileAllPlanned(services, REVIEWS, report);

export const reconcileReview = (services: Services, id: string, report: ReconcileReport) =>
  reconcilePlanned(services, REVIEWS, id, report);
