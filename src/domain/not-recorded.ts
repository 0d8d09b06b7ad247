/** Said to whoever decided on a version that no longer stands, wherever that comes to light. */
export const CHANGED_MEANWHILE = 'This was changed in the meantime. Read it again, then decide.';

/** Why an event can never be recorded, however often it is tried. */
export const NOT_RECORDED = {
  'cannot-plan': {
    code: 'invalid',
    detail: 'This can’t be carried out: a date in it lies beyond what can be planned with.',
  },
  'version-mismatch': {
    code: 'version-mismatch',
    detail: CHANGED_MEANWHILE,
  },
  'no-draft': {
    code: 'not-allowed-now',
    detail: 'There is no such draft any more: write the response first.',
  },
  'call-missing': { code: 'not-allowed-now', detail: 'The program has no such call any more.' },
  'event-conflict': {
    code: 'not-allowed-now',
    detail: 'What is written here and what its process knows differ: an administrator has to mend it first.',
  },
  'cannot-record': {
    code: 'not-allowed-now',
    detail: 'This could not be recorded. Nothing was changed; an administrator can find out why.',
  },
} as const satisfies Record<string, { code: string; detail: string }>;

export type NotRecordedCode = keyof typeof NOT_RECORDED;

export function isNotRecordedCode(code: unknown): code is NotRecordedCode {
  return typeof code === 'string' && Object.hasOwn(NOT_RECORDED, code);
}

/** What nobody can carry out now is tried again a day later, unless something else happens or it is mended before. */
export function tryAgainAt(at: string): string {
  return new Date(Date.parse(at) + 24 * 60 * 60_000).toISOString();
}
