import { because, type Problem } from '../result.js';
import type { PrecedentDecisionKind, PrecedentStatus } from './precedent.schema.js';

/** In which of its states a precedent may be decided on so, what it becomes, and what that is called in its history. */
export const PRECEDENT_DECISIONS = {
  submit: { from: ['draft'], to: 'awaiting-review', event: 'submitted' },
  publish: { from: ['awaiting-review'], to: 'published', event: 'published', review: true },
  return: { from: ['awaiting-review'], to: 'draft', event: 'returned', review: true },
  withdraw: { from: ['draft', 'awaiting-review', 'published'], to: 'withdrawn', event: 'withdrawn' },
  /** Of one that stays: every wording before the present one. */
  'erase-wordings': {
    from: ['draft', 'awaiting-review', 'published'],
    to: null,
    event: 'wordings-erased',
    erases: true,
  },
  erase: { from: ['withdrawn'], to: 'erased', event: 'erased', erases: true },
} as const satisfies Record<
  PrecedentDecisionKind,
  {
    from: readonly PrecedentStatus[];
    to: PrecedentStatus | null;
    event: string;
    review?: true;
    erases?: true;
  }
>;

export const PRECEDENT_DECISION_KINDS = Object.keys(PRECEDENT_DECISIONS) as PrecedentDecisionKind[];

export type PrecedentEventType =
  | 'suggested'
  | 'changed'
  | (typeof PRECEDENT_DECISIONS)[PrecedentDecisionKind]['event'];

/** Why somebody may not decide so; null: they may. Nobody reviews their own wording, whatever their role. */
export function refusePrecedent(
  { status, author }: { status: PrecedentStatus; author: string },
  kind: PrecedentDecisionKind,
  actor: string,
): Problem | null {
  const sheet = PRECEDENT_DECISIONS[kind];
  if (!(sheet.from as readonly PrecedentStatus[]).includes(status)) return because('precedent-not-now');
  return 'review' in sheet && author === actor ? because('own-draft') : null;
}

/** Facts that slipped in go so; only with a permission of its own. */
export const erasesWords = (kind: PrecedentDecisionKind): boolean => 'erases' in PRECEDENT_DECISIONS[kind];

/** Past its day it may be out of date. `today`: in the program's zone. */
export const isOutdated = (reviewBy: string, today: string): boolean => reviewBy < today;

export function isPrecedentDecision(kind: unknown): kind is PrecedentDecisionKind {
  return typeof kind === 'string' && Object.hasOwn(PRECEDENT_DECISIONS, kind);
}

/** The same of what was sent, and isn't read yet. */
export const wouldEraseWords = (kind: unknown): boolean => isPrecedentDecision(kind) && erasesWords(kind);
