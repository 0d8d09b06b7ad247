import type { ProblemCode } from '../domain/refusals/problem-code.js';
import type { Problem } from '../domain/result.js';
import { type ToldError, tell } from './text/say.js';
import type { Texts } from './text/texts.js';

export const PROBLEM_BASE = 'https://ta-desk.example/problems/';

interface ProblemSheet {
  status: number;
  /** It passes: the answer says in how many seconds to try again. */
  passes?: true;
}

/** The one table of problem codes. */
export const PROBLEMS: Record<ProblemCode, ProblemSheet> = {
  malformed: { status: 400 },
  'wrong-host': { status: 421 },
  unauthenticated: { status: 401 },
  'second-factor-required': { status: 403 },
  forbidden: { status: 403 },
  'own-draft': { status: 403 },
  'assistance-refused': { status: 403 },
  'not-found': { status: 404 },
  'method-not-allowed': { status: 405 },
  'not-in-rehearsal': { status: 404 },
  'duplicate-request': { status: 409 },
  'not-allowed-now': { status: 409 },
  'not-eligible': { status: 403 },
  'call-cancelled': { status: 409 },
  'questions-closed': { status: 409 },
  'not-this-week': { status: 409 },
  'supervised-analysis': { status: 409 },
  'legal-topic-not-allowed': { status: 409 },
  'analysis-on-first-wednesday': { status: 409 },
  'prerequisite-missing': { status: 409 },
  'already-a-request': { status: 409 },
  'one-question-per-person': { status: 409 },
  'one-question-per-organization': { status: 409 },
  'version-mismatch': { status: 412 },
  'too-large': { status: 413 },
  invalid: { status: 422 },
  'supervisor-required': { status: 422 },
  'document-kind-not-reviewed': { status: 422 },
  'role-not-served': { status: 422 },
  'idempotency-key-reused': { status: 422 },
  'unsupported-file': { status: 422 },
  'too-many-requests': { status: 429, passes: true },
  internal: { status: 500 },
  'temporal-unavailable': { status: 503, passes: true },
  'database-unavailable': { status: 503, passes: true },
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
  errors: ToldError[];
}

export function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}

/** Whoever asks may not; who is not eligible for a call is no such thing. */
export const isForPermission = (code: ProblemCode): boolean => code === 'forbidden' || code === 'own-draft';

export const passes = (code: ProblemCode): boolean => PROBLEMS[code].passes === true;

export function problemDocument(texts: Texts, problem: Problem): ProblemDocument {
  const { code } = problem;
  const { detail, errors } = tell(texts, problem);
  return {
    type: `${PROBLEM_BASE}${code}`,
    code,
    title: texts.problemTitles[code],
    status: statusOf(code),
    detail,
    errors,
  };
}
