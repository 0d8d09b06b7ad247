import type { FieldError, Problem, ProblemCode } from '../domain/result.js';

export const PROBLEM_BASE = 'https://ta-desk.example/problems/';

interface ProblemSheet {
  status: number;
  title: string;
  /** It passes: the answer says in how many seconds to try again. */
  passes?: true;
}

/** The one table of problem codes. */
export const PROBLEMS: Record<ProblemCode, ProblemSheet> = {
  malformed: { status: 400, title: 'The body can’t be read' },
  'wrong-host': { status: 421, title: 'Not the address of this desk' },
  unauthenticated: { status: 401, title: 'Sign in or send a key' },
  forbidden: { status: 403, title: 'Not allowed for you' },
  'own-draft': { status: 403, title: 'Another person sends this answer' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Not done with this address' },
  'not-in-rehearsal': { status: 404, title: 'Only in rehearsal' },
  'duplicate-request': { status: 409, title: 'Already asked' },
  'not-allowed-now': { status: 409, title: 'Not possible at this point' },
  'not-eligible': { status: 403, title: 'These calls are for other roles' },
  'call-cancelled': { status: 409, title: 'The call is cancelled' },
  'questions-closed': { status: 409, title: 'Questions are closed' },
  'not-this-week': { status: 409, title: 'Questions are not open yet' },
  'supervised-analysis': { status: 409, title: 'Ask this with your supervisor' },
  'legal-topic-not-allowed': { status: 409, title: 'Not on this call' },
  'analysis-on-first-wednesday': { status: 409, title: 'Analysis is on the first Wednesday' },
  'prerequisite-missing': { status: 409, title: 'A course comes first' },
  'already-a-request': { status: 409, title: 'Already asked as a request' },
  'one-question-per-person': { status: 409, title: 'You have a question already' },
  'one-question-per-organization': { status: 409, title: 'Your organization has a question already' },
  'version-mismatch': { status: 412, title: 'Changed in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  invalid: { status: 422, title: 'Something in it is not right' },
  'supervisor-required': { status: 422, title: 'A legal supervisor must be named' },
  'document-kind-not-reviewed': { status: 422, title: 'This kind of document is not reviewed' },
  'role-not-served': { status: 422, title: 'Not for this role' },
  'idempotency-key-reused': { status: 422, title: 'Key already used for something else' },
  'unsupported-file': { status: 422, title: 'This kind of file is not taken' },
  'too-many-requests': { status: 429, title: 'Too many tries', passes: true },
  internal: { status: 500, title: 'Something went wrong here' },
  'temporal-unavailable': { status: 503, title: 'Can’t be done right now', passes: true },
  'database-unavailable': { status: 503, title: 'Can’t be done right now', passes: true },
};

/** A refusal on its way to the error handler, the only place that turns problems into answers. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Record<string, string> = {},
  ) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

/** RFC 9457 body. `errors[].pointer` is a JSON pointer into what was sent. */
export interface ProblemDocument {
  type: string;
  code: ProblemCode;
  title: string;
  status: number;
  detail: string;
  errors: FieldError[];
}

export function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}

export const passes = (code: ProblemCode): boolean => PROBLEMS[code].passes === true;

export function problemDocument({ code, detail, errors }: Problem): ProblemDocument {
  const { status, title } = PROBLEMS[code];
  return { type: `${PROBLEM_BASE}${code}`, code, title, status, detail, errors: errors ?? [] };
}
