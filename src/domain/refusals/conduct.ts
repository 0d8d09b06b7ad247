import type { ReviewStatus } from '../conduct/review-statuses.js';
import { as } from './row.js';

/** About conduct reviews, and what an active refusal refuses. */
export const conductRefusals = {
  'assistance-refused': as('assistance-refused'),
  'not-taken-for-them': as('assistance-refused'),
  'no-such-review': as('not-found'),
  'only-directors-review': as('forbidden'),
  'only-directors-decide-appeals': as('forbidden'),
  'another-director-decides': as('forbidden'),
  'review-ended-meanwhile': as('not-allowed-now'),
  'no-such-person-here': as('invalid'),
  'review-ended': as<{ status: ReviewStatus }>('not-allowed-now'),
  'not-while-review': as<{ kind: string; status: ReviewStatus }>('not-allowed-now'),
  'replied-often': as<{ most: number }>('not-allowed-now'),
  'appeal-too-late': as('not-allowed-now'),
  'refusal-too-long': as<{ days: number }>('invalid'),
  'refusal-ends-past': as('invalid'),
};
