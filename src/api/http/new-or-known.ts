import { ok, type Result } from '../../domain/result.js';

/** 201 with what is new, 200 with what was there already. */
export function newOrKnown<T>(
  result: Result<{ isNew: boolean; view: T }>,
): Result<{ status: 200 | 201; body: T }> {
  if (!result.ok) return result;
  const { isNew, view } = result.value;
  return ok({ status: isNew ? 201 : 200, body: view });
}
