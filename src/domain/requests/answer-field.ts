/** The two kinds of answers, by what their versions are kept as. */
export const ANSWER_FIELDS = ['draft', 'follow-up-draft'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export const isAnswerField = (field: string): field is AnswerField =>
  (ANSWER_FIELDS as readonly string[]).includes(field);

/** The one that is written: once the answer went out, the follow-up's. */
export const answerField = (followUp: boolean): AnswerField => (followUp ? 'follow-up-draft' : 'draft');

/** Whose words a decision is about. */
export function answerFieldOf(
  kind: 'draft-response' | 'answer-follow-up' | 'return-response',
  status: string,
): AnswerField {
  return answerField(kind === 'answer-follow-up' || (kind === 'return-response' && status === 'responded'));
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
