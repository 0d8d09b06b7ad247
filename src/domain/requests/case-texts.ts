import type { DecisionKind } from './decision.schema.js';
import { DECISION_KINDS, type WordsOf, wordsOf } from './decisions.js';
import type { Readers } from './readers.js';

/** Texts of a case beside those of staff's decisions, whose sheets name theirs. */
const OTHERS = {
  facts: 'case',
  questions: 'case',
  'client-alias': 'case',
  answer: 'case',
  response: 'case',
  'withdrawal-reason': 'case',
  message: 'case',
  'reopening-request': 'case',
  'follow-up': 'case',
  'follow-up-answer': 'case',
  /** What the requester says of how it was: to us, and no one else. */
  'feedback-comment': 'staff',
  /** Why the request is hidden from a colleague, and why no longer. */
  'wall-reason': 'staff',
  'wall-end-reason': 'staff',
  /** Reasons of before each kind had a field: `older-reason.ts` says which they are; this is one whose decision is not found. */
  reason: 'staff',
  /** JSON of a date or a supervisor to be: applied when the event is recorded. */
  'court-deadline': 'nobody',
  'new-supervisor': 'nobody',
  classification: 'nobody',
} as const satisfies Record<string, Readers>;

type OfDecisions = { [K in DecisionKind]: WordsOf<K>[keyof WordsOf<K>] }[DecisionKind];
export type CaseField = keyof typeof OTHERS | OfDecisions['keptAs'];

/** Every text of a case and who reads it. */
export const CASE_TEXTS = {
  ...OTHERS,
  ...Object.fromEntries(
    DECISION_KINDS.flatMap((kind) => Object.values(wordsOf(kind))).map(({ keptAs, readBy }) => [
      keptAs,
      readBy,
    ]),
  ),
} as Readonly<Record<CaseField, Readers>>;

/** Shown by themselves, not in the exchange: what was sent, the draft, the answer. */
const APART: readonly string[] = [
  'facts',
  'questions',
  'client-alias',
  'draft',
  'response',
  'follow-up-draft',
  'feedback-comment',
  'task',
];

/** The texts that stand in the exchange of a case as this reader sees it. A field nobody has listed is shown to nobody. */
export function fieldsInExchange(reader: { staff: boolean }): CaseField[] {
  return (Object.keys(CASE_TEXTS) as CaseField[]).filter((field) => {
    const readers: Readers = CASE_TEXTS[field];
    return !APART.includes(field) && (readers === 'case' || (readers === 'staff' && reader.staff));
  });
}
