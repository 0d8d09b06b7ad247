/** Words of a review, and whether whoever it is about reads them: evidence stays with directors. */
export const CONDUCT_TEXTS = {
  evidence: { person: false },
  reply: { person: true },
  refusal: { person: true },
  dismissal: { person: true },
  appeal: { person: true },
  'appeal-decision': { person: true },
} as const satisfies Record<string, { person: boolean }>;

export type ConductField = keyof typeof CONDUCT_TEXTS;

export const READ_BY_PERSON = (Object.keys(CONDUCT_TEXTS) as ConductField[]).filter(
  (field) => CONDUCT_TEXTS[field].person,
);
