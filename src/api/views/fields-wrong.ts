import type { ZodError } from 'zod';
import { type Refusal, refuse } from '../../domain/result.js';
import { zodFieldErrors } from './zod-errors.js';

/** Refuses for the fields a form's schema finds wrong. */
export function fieldsWrong(error: ZodError): Refusal {
  const errors = zodFieldErrors(error);
  return refuse('fields-wrong', { count: errors.length }, errors);
}
