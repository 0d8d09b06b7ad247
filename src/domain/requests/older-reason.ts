import type { CaseField } from './case-texts.js';

/** Which field a decision's reason has today. */
const FIELD_OF: Partial<Record<string, CaseField>> = {
  declined: 'decline-reason',
  extended: 'extension-reason',
  reprioritised: 'urgency-reason',
  reopened: 'reopening-reason',
};

/** The web stamps a text, the workflow its event: which is first is chance. */
const SAME_MOMENT_MS = 60_000;

/**
 * Reasons were once one field. Whom an old one was for follows from the decision it came with: of declining and of
 * more time the mail said to sign in and read why. That decision is the writer's own of the same moment; without one,
 * or where decisions of several kinds could be meant, it stays a `reason`, for staff.
 */
export function fieldOfReason(
  text: { author: string; at: Date },
  events: readonly { type: string; actor: string; at: Date }[],
): CaseField {
  const near = events.filter(
    ({ actor, at }) => actor === text.author && Math.abs(at.getTime() - text.at.getTime()) <= SAME_MOMENT_MS,
  );
  const fields = new Set(near.flatMap(({ type }) => FIELD_OF[type] ?? []));
  const [field] = fields;
  return field && fields.size === 1 ? field : 'reason';
}
