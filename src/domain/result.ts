/** One thing wrong with one field. `pointer` is a JSON pointer into what was sent, e.g. `/requester/email`. */
export interface FieldError {
  pointer: string;
  message: string;
}

/** An expected refusal: a closed code, words for the person, and the fields it is about. */
export interface Problem {
  code: ProblemCode;
  detail: string;
  errors?: FieldError[];
  /** Seconds until it may be tried again. */
  retryAfter?: number;
}

/** Every code an answer can carry. `src/api/errors.ts` maps each to its HTTP status and title. */
export type ProblemCode =
  | 'invalid'
  | 'supervisor-required'
  | 'document-kind-not-reviewed'
  | 'role-not-served'
  | 'duplicate-request'
  | 'not-allowed-now'
  | 'forbidden'
  | 'own-draft'
  | 'not-found'
  | 'unauthenticated'
  | 'idempotency-key-reused'
  | 'version-mismatch'
  | 'too-large'
  | 'unsupported-file'
  | 'too-many-requests'
  | 'temporal-unavailable'
  | 'database-unavailable'
  | 'call-cancelled'
  | 'questions-closed'
  | 'not-this-week'
  | 'not-eligible'
  | 'supervised-analysis'
  | 'legal-topic-not-allowed'
  | 'analysis-on-first-wednesday'
  | 'prerequisite-missing'
  | 'already-a-request'
  | 'one-question-per-person'
  | 'one-question-per-organization'
  | 'malformed'
  | 'wrong-host'
  | 'not-in-rehearsal'
  | 'method-not-allowed'
  | 'internal';

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  code: ProblemCode,
  detail: string,
  errors?: FieldError[],
): { ok: false; problem: Problem } {
  return { ok: false, problem: errors ? { code, detail, errors } : { code, detail } };
}
