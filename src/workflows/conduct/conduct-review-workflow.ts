import {
  type ActivityOptions,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import { carryOutOnReview, reviewRefusalOf } from '../../domain/conduct/decide-review.js';
import { whenReviewIsDue } from '../../domain/conduct/review-due.js';
import { applyReviewFact } from '../../domain/conduct/review-facts.js';
import type { ReviewEvent, ReviewFact, ReviewState } from '../../domain/conduct/review-state.js';
import { isReviewOver } from '../../domain/conduct/review-statuses.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal } from '../journal.js';
import { decideReviewUpdate, mendReview, reviewFact } from './conduct-review-messages.js';

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordReviewEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One conduct review: whether somebody is refused assistance for what they did with it, from the evidence to the end of
 * what follows.
 *
 * **People decide** (`domain/conduct/review-decisions.ts`). A director gives `notify` to the person, who may `reply`;
 * then they `refuse` until a day, or `dismiss` it. Against a refusal the person may `appeal`, and a director will
 * `decide-appeal`: another one than refused, where there is another.
 *
 * **By itself comes** (`domain/conduct/review-due.ts`) the `expiry` of a refusal; before that directors are reminded of
 * what nobody decides (`decision-reminder`, `appeal-reminder`), and told of an appeal past its day (`appeal-overdue`).
 * **Things happen** (`domain/conduct/review-facts.ts`): `calendar-changed`.
 */
export async function conductReview(input: Starts['conductReview']): Promise<void> {
  const review = new Journal<ReviewState, ReviewEvent, ReviewFact>(input, applyReviewFact);
  review.decides(decideReviewUpdate, { refusalOf: reviewRefusalOf, carryOut: carryOutOnReview });
  review.hears(reviewFact);
  review.mends(mendReview);

  while (true) {
    for (const news of review.unrecorded()) {
      await review.record(
        recordReviewEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [{ v: 1, ...news }]),
        (planned) => ({ state: { ...news.state, ...planned } }),
      );
    }
    // Nothing is unrecorded here: between the two no message is handled.
    if (isReviewOver(review.state.status)) break;
    if (historyIsLong(input.continueAfterEvents)) {
      await review.untilQuiet();
      if (review.isQuiet) return continueAsNew<typeof conductReview>({ ...input, ...review.carriedOver });
    }
    await review.nextDueUnlessSomethingHappens(whenReviewIsDue);
  }
  await condition(allHandlersFinished);
}
