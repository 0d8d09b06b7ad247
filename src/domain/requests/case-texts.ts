/**
 * Every text of a case and who reads it. `case`: the requester, a supervisor who has confirmed, and staff.
 * `staff`: staff alone. `nobody`: not words but data of a command, kept with the same care.
 */
export const CASE_TEXTS = {
  facts: 'case',
  questions: 'case',
  'client-alias': 'case',
  'question-asked': 'case',
  answer: 'case',
  response: 'case',
  'redirect-note': 'case',
  'decline-reason': 'case',
  'extension-reason': 'case',
  'withdrawal-reason': 'case',
  message: 'case',
  reply: 'case',
  'reopening-request': 'case',
  'reopening-refusal': 'case',
  'urgency-reason': 'staff',
  'reopening-reason': 'staff',
  note: 'staff',
  draft: 'staff',
  'return-note': 'staff',
  /** Reasons of before each kind had a field: `older-reason.ts` says which they are; this is one whose decision is not found. */
  reason: 'staff',
  /** JSON of a date or a supervisor to be: applied when the event is recorded. */
  'court-deadline': 'nobody',
  'new-supervisor': 'nobody',
  classification: 'nobody',
} as const satisfies Record<string, 'case' | 'staff' | 'nobody'>;

export type CaseField = keyof typeof CASE_TEXTS;
export type Readers = (typeof CASE_TEXTS)[CaseField];

/** Shown by themselves, not in the exchange: what was sent, the draft, the answer. */
const APART: readonly string[] = ['facts', 'questions', 'client-alias', 'draft', 'response'];

/** The texts that stand in the exchange of a case as this reader sees it. A field nobody has listed is shown to nobody. */
export function fieldsInExchange(reader: { staff: boolean }): CaseField[] {
  return (Object.keys(CASE_TEXTS) as CaseField[]).filter((field) => {
    const readers: Readers = CASE_TEXTS[field];
    return !APART.includes(field) && (readers === 'case' || (readers === 'staff' && reader.staff));
  });
}
