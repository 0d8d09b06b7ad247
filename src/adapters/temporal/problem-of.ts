import type { ApplicationFailure } from '@temporalio/common';
import type { ProblemCode } from '../../domain/refusals/problem-code.js';
import { isReason, REFUSALS } from '../../domain/refusals/refusals.js';
import { because, type Problem } from '../../domain/result.js';

/** Codes that workers of before refused with, beside `not-allowed-now`. */
const OF_BEFORE: readonly string[] = ['own-draft', 'forbidden', 'invalid', 'version-mismatch'];

/** What a process refused, of the failure it answered with. One that names no reason we know is told in its own words. */
export function problemOf({ type, message, details }: ApplicationFailure): Problem {
  const [{ reason, params } = {}] = (details ?? []) as { reason?: string; params?: object }[];
  if (isReason(reason)) return { code: REFUSALS[reason].code, reason, ...(params ? { params } : {}) };
  const code = OF_BEFORE.includes(type ?? '') ? (type as ProblemCode) : 'not-allowed-now';
  return { ...because('told-before', { words: message }), code };
}
