import type { ProblemCode } from './refusals/problem-code.js';
import { type Given, REFUSALS, type Reason, type Saying } from './refusals/refusals.js';
import type { Params } from './refusals/row.js';

/** One thing wrong with one field. `pointer` is a JSON pointer into what was sent, e.g. `/requester/email`. */
export interface FieldError {
  pointer: string;
  reason: Saying;
  params?: Params;
}

/** An expected refusal: a closed code, which one it is, what its sentence names, and the fields it is about. */
export interface Problem {
  code: ProblemCode;
  reason: Reason;
  params?: Params;
  errors?: FieldError[];
  /** Seconds until it may be tried again. */
  retryAfter?: number;
}

export type Result<T> = { ok: true; value: T } | Refusal;
export interface Refusal {
  ok: false;
  problem: Problem;
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Why something is refused: `because('long-extension-needs-director', { days: 5 })`. */
export function because<R extends Reason>(reason: R, ...[params]: Given<R>): Problem {
  const { code } = REFUSALS[reason];
  return params ? { code, reason, params } : { code, reason };
}

/** What is wrong with one field. */
export function wrongAt<S extends Saying>(pointer: string, reason: S, ...[params]: Given<S>): FieldError {
  return params ? { pointer, reason, params } : { pointer, reason };
}

/** Refuses, and names the fields at fault: `refuse('fields-wrong', { count: 2 }, errors)`. */
export function refuse<R extends Reason>(reason: R, ...given: [...Given<R>, errors?: FieldError[]]): Refusal {
  const errors = given.find((one): one is FieldError[] => Array.isArray(one));
  const params = given.filter((one) => one && !Array.isArray(one)) as Given<R>;
  const problem = because(reason, ...params);
  return { ok: false, problem: errors ? { ...problem, errors } : problem };
}

/** Refuses for one field: the same sentence says so of both. */
export function refuseAt<R extends Reason>(pointer: string, reason: R, ...given: Given<R>): Refusal {
  return refuseFor(because(reason, ...given), [pointer]);
}

/** Refuses for what was found elsewhere; `pointers`: the fields it is about. */
export function refuseFor(problem: Problem, pointers: readonly string[] = []): Refusal {
  if (pointers.length === 0) return { ok: false, problem };
  const { reason, params } = problem;
  const errors = pointers.map((pointer) => (params ? { pointer, reason, params } : { pointer, reason }));
  return { ok: false, problem: { ...problem, errors } };
}
