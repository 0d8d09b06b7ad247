import type { ZodError } from 'zod';
import type { FieldError } from '../../domain/result.js';

/** What zod found wrong, as JSON pointers below `prefix`. */
export function zodFieldErrors(error: ZodError, prefix = ''): FieldError[] {
  return error.issues.map((issue) => ({
    pointer: `${prefix}${issue.path.map((part) => `/${String(part)}`).join('')}`,
    message: issue.message,
  }));
}
