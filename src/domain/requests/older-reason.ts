import type { CaseField } from './case-texts.js';

/** Which field a decision's reason has today. */
const FIELD_OF: Partial<Record<string, CaseField>> = {
  declined: 'decline-reason',
  extended: 'extension-reason',
  reprioritised: 'urgency-reason',
  reopened: 'reopening-reason',
};

/**
 * Reasons were once one field. Whom an old one was for follows from the decision it came with: of declining and of
 * more time the mail said to sign in and read why. The decision is the writer's first of these kinds from then on;
 * without one it stays a `reason`, for staff. Events oldest first.
 */
export function fieldOfReason(
  text: { author: string; at: Date },
  events: readonly { type: string; actor: string; at: Date }[],
): CaseField {
  const event = events.find(
    ({ type, actor, at }) => type in FIELD_OF && actor === text.author && at >= text.at,
  );
  return FIELD_OF[event?.type ?? ''] ?? 'reason';
}
