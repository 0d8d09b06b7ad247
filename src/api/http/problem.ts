import type { Given, Reason } from '../../domain/refusals/refusals.js';
import { type FieldError, type Result, refuse, refuseAt } from '../../domain/result.js';
import { ProblemError } from '../errors.js';

/** The value of a use case's answer. @throws ProblemError for the error handler. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}

/** A refusal of the shell itself. */
export function problem<R extends Reason>(
  reason: R,
  ...given: [...Given<R>, errors?: FieldError[]]
): ProblemError {
  return new ProblemError(refuse(reason, ...given).problem);
}

/** As `refuseAt`. */
export function problemAt<R extends Reason>(pointer: string, reason: R, ...given: Given<R>): ProblemError {
  return new ProblemError(refuseAt(pointer, reason, ...given).problem);
}

/** Unknown and unreadable ids look the same, whoever asks. */
export function notFound(): ProblemError {
  return problem('nothing-here');
}
