/**
 * Why staff cancelled a call, as far as everybody may know it: one of these, for what staff write in their own
 * words may touch a case or a person and stays inside. `other` says nothing.
 */
export const PUBLIC_REASONS = [
  'no-questions',
  'holiday',
  'closure',
  'facilitator-unavailable',
  'technical-problem',
  'other',
] as const;
export type PublicReason = (typeof PUBLIC_REASONS)[number];
