import { remembered } from '../handled-once.js';
import { roleMay } from '../people/permissions.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import type { Deciding } from './decisions/sheet.js';
import { REVIEW_DECISION_KINDS, type ReviewDecisionKind, reviewSheetOf } from './review-decisions.js';
import type { ReviewCommand, ReviewCommandEnvelope, ReviewState } from './review-state.js';
import { isReviewOver } from './review-statuses.js';
import { type ReviewDecided, reviewTransition } from './review-transition.js';

/** Why a command can't be carried out now, or null. The workflow's validator and the pages ask this same function. */
export function reviewRefusalOf(
  state: ReviewState,
  { command, commandId, actor, role }: Deciding & { command: ReviewCommand; commandId: string },
  at: Instant,
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  const sheet = reviewSheetOf(command.kind);
  if (!mayDecide(command.kind, role)) return because(whoseIs(command.kind));
  const { status } = state;
  if (isReviewOver(status)) return because('review-ended', { status });
  if (!sheet.allowedIn.includes(status)) return because('not-while-review', { kind: command.kind, status });
  return sheet.refuse?.(state, command, { actor, role }, at) ?? null;
}

/** Carries out a command that was not refused: the new state and its one event. Pure. */
export function carryOutOnReview(
  state: ReviewState,
  { command, commandId, actor, role, onBehalfOf }: ReviewCommandEnvelope,
  at: Instant,
): ReviewDecided {
  const outcome = reviewSheetOf(command.kind).carryOut(state, command, { actor, role }, at);
  const handled = remembered(state.handled, commandId);
  const change = { ...outcome.change, handled };
  return reviewTransition(state, { ...outcome, change }, { at, actor, onBehalfOf, commandId });
}

/** By role alone; null: the person. Whether it is their review is asked where that is known. */
export function mayDecide(kind: ReviewDecisionKind, role: Deciding['role']): boolean {
  const { permission, byPerson } = reviewSheetOf(kind);
  return role === null ? byPerson === true : roleMay(role, permission);
}

export function whoseIs(kind: ReviewDecisionKind): 'only-directors-decide-appeals' | 'only-directors-review' {
  return reviewSheetOf(kind).permission === 'conduct.appeals'
    ? 'only-directors-decide-appeals'
    : 'only-directors-review';
}

/** What may be decided now by somebody: what pages offer. */
export function offeredOnReview(
  state: ReviewState,
  by: Deciding & { others: boolean },
  at: Instant,
): ReviewDecisionKind[] {
  return REVIEW_DECISION_KINDS.filter((kind) => {
    const mildest = reviewSheetOf(kind).mildest(at);
    const command = mildest.kind === 'decide-appeal' ? { ...mildest, others: by.others } : mildest;
    return reviewRefusalOf(state, { ...by, command, commandId: '' }, at) === null;
  });
}
