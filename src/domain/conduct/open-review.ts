import type { ConductRules } from '../program/conduct.schema.js';
import type { Instant } from '../time/instant.js';
import type { ReviewState } from './review-state.js';
import type { ReviewDecided } from './review-transition.js';

/** A review as it begins: its state and event number 0. */
export function openReview({
  reviewId,
  rules,
  actor,
  at,
}: {
  reviewId: string;
  rules: ConductRules;
  actor: string;
  at: Instant;
}): ReviewDecided {
  const state: ReviewState = {
    v: 1,
    reviewId,
    seq: 0,
    status: 'open',
    rules,
    openedAt: at,
    notifiedAt: null,
    replies: 0,
    refusedAt: null,
    refusedBy: null,
    endsAt: null,
    appealUntil: null,
    appealedAt: null,
    decideBy: null,
    remindedAt: null,
    escalatedAt: null,
    next: null,
    handled: [],
  };
  const event = {
    seq: 0,
    type: 'opened' as const,
    at,
    actor,
    onBehalfOf: null,
    commandId: reviewId,
    data: {},
  };
  return { state, event };
}
