/** What of a case was read; a call's question, a conduct review and an introduction are cases of their own here. */
export type ReadOfRequest = 'request' | 'response' | 'document' | 'correspondence' | 'release' | 'export';
export type ReadOfOther = 'question' | 'document' | 'conduct' | 'introduction';
export const READINGS = [
  'request',
  'response',
  'document',
  'correspondence',
  'question',
  'conduct',
  'introduction',
  'release',
  'export',
] as const satisfies readonly (ReadOfRequest | ReadOfOther)[];

/**
 * Why a reading is the reader's own work, the first that holds. It is derived from what stands in the database at that
 * moment and never asked for: nobody gets used to typing a reason. Where none holds, the reading is not theirs.
 */
export const WHYS = [
  /** Whoever asked, and the supervisor they named. */
  'own',
  'supervisor',
  /** It is assigned to them; or to whom they stand in for while they are away. */
  'assignee',
  'stand-in',
  /** They wrote the draft that is there. */
  'author',
  /** A task of it is theirs. */
  'task',
  /** A note names them. */
  'mentioned',
  /** It waits for somebody to review the answer, and they may. */
  'review',
  /** It is open, and nobody has it yet. */
  'to-assign',
  /** It is past due, and they direct. */
  'escalated',
  /** A question of a call that is to come, or was a week ago at most. */
  'call',
  /** A conduct review that goes on. */
  'conduct',
  /** They proposed the introduction, or it goes on. */
  'introduction',
] as const;
export type WhyTheirs = (typeof WHYS)[number];

/** How long after a call its questions are still work. */
export const CALL_WORK_DAYS = 7;
