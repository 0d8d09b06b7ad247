/** The two kinds of answers, by what their versions are kept as. */
export const ANSWER_FIELDS = ['draft', 'follow-up-draft'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export const isAnswerField = (field: string): field is AnswerField =>
  (ANSWER_FIELDS as readonly string[]).includes(field);

/** How long somebody counts as being there after they opened the page or typed. */
export const STILL_THERE_MINUTES = 15;
