import type { Reason } from './refusals/refusals.js';

/**
 * Why an event can never be recorded, however often it is tried, by the code it fails with; whoever decided it is refused
 * for the reason beside it.
 */
export const NOT_RECORDED = {
  'cannot-plan': 'cannot-plan',
  'version-mismatch': 'changed-meanwhile',
  'no-draft': 'no-draft',
  'answer-moved': 'answer-moved',
  'merge-into-closed': 'merge-into-closed',
  'supervisor-is-asker': 'supervisor-is-asker',
  'absence-clash': 'absence-clash',
  'mentor-full': 'mentor-full',
  'mentor-taken': 'mentor-taken',
  'no-release': 'mentor-not-now',
  'call-missing': 'call-missing',
  'event-conflict': 'event-conflict',
  'cannot-record': 'cannot-record',
} as const satisfies Record<string, Reason>;

export type NotRecordedCode = keyof typeof NOT_RECORDED;

export function isNotRecordedCode(code: unknown): code is NotRecordedCode {
  return typeof code === 'string' && Object.hasOwn(NOT_RECORDED, code);
}

/** What nobody can carry out now is tried again a day later, unless something else happens or it is mended before. */
export function tryAgainAt(at: string): string {
  return new Date(Date.parse(at) + 24 * 60 * 60_000).toISOString();
}
