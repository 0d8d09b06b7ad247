import { appeal } from './decisions/appeal.js';
import { decideAppeal } from './decisions/decide-appeal.js';
import { dismiss } from './decisions/dismiss.js';
import { notify } from './decisions/notify.js';
import { refuse } from './decisions/refuse.js';
import { reply } from './decisions/reply.js';
import type { ReviewSheet } from './decisions/sheet.js';
import type { ReviewCommand } from './review-state.js';

export type ReviewDecisionKind = ReviewCommand['kind'];
type Of<K extends ReviewDecisionKind> = Extract<ReviewCommand, { kind: K }>;

/** A row per decision about a review, in the order in which pages offer them. */
const REVIEW_DECISIONS: { [K in ReviewDecisionKind]: ReviewSheet<Of<K>> } = {
  notify,
  reply,
  refuse,
  appeal,
  'decide-appeal': decideAppeal,
  dismiss,
};

export const REVIEW_DECISION_KINDS = Object.keys(REVIEW_DECISIONS) as ReviewDecisionKind[];

export function reviewSheetOf(kind: ReviewDecisionKind): ReviewSheet<ReviewCommand> {
  return REVIEW_DECISIONS[kind] as unknown as ReviewSheet<ReviewCommand>;
}
