import type { FieldError, ProblemCode, Result } from '../../domain/result.js';
import { ProblemError } from '../errors.js';

/** The value of a use case's answer. @throws ProblemError for the error handler. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}

/** A refusal of the shell itself. */
export function problem(code: ProblemCode, detail: string, errors?: FieldError[]): ProblemError {
  return new ProblemError(errors ? { code, detail, errors } : { code, detail });
}

/** Unknown and unreadable ids look the same, whoever asks. */
export function notFound(): ProblemError {
  return problem('not-found', 'There is nothing here under this address or id.');
}
