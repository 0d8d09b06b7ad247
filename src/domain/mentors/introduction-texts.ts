import type { Side } from './introduction-state.js';

/** Words of an introduction: all of them for staff, and for whoever wrote them; never for the other side. */
export const INTRODUCTION_FIELDS = [
  'requester-reason',
  'mentor-reason',
  'requester-comment',
  'mentor-comment',
] as const;
export type IntroductionField = (typeof INTRODUCTION_FIELDS)[number];

/** Why somebody declined, and what else they say at the end. */
export const fieldOf = (side: Side, what: 'reason' | 'comment'): IntroductionField => `${side}-${what}`;

export const sideOfField = (field: IntroductionField): Side =>
  field.startsWith('requester') ? 'requester' : 'mentor';
