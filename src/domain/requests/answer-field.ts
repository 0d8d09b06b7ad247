/** The two kinds of answers, by what their versions are kept as. */
export const ANSWER_FIELDS = ['draft', 'follow-up-draft'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export const isAnswerField = (field: string): field is AnswerField =>
  (ANSWER_FIELDS as readonly string[]).includes(field);

/** Whose words a decision is about: the answer's, or, once it went out, the follow-up's. */
export function answerFieldOf(
  kind: 'draft-response' | 'answer-follow-up' | 'return-response',
  status: string,
): AnswerField {
  if (kind === 'answer-follow-up') return 'follow-up-draft';
  return kind === 'return-response' && status === 'responded' ? 'follow-up-draft' : 'draft';
}

/** What is written goes on from another version than the last one, and says something else: the last one; else null. */
export function versionMissed<V extends { id: string; body: string | undefined }>(
  latest: V | undefined,
  written: { base: string | null; body: string },
): V | null {
  return latest && latest.id !== written.base && latest.body !== written.body ? latest : null;
}

/** How long somebody counts as being there after they opened the page or typed. */
export const STILL_THERE_MINUTES = 15;
