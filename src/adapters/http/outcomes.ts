import type { Outcome } from '../../ports/outcome.js';

export function done<T>(value: T): Outcome<T> {
  return { outcome: 'done', value };
}

export function refused(code: string): { outcome: 'refused'; code: string } {
  return { outcome: 'refused', code };
}

/** `at`: milliseconds since 1970. */
export function retry(code: string, at: number): { outcome: 'retry'; code: string; retryAt: string } {
  return { outcome: 'retry', code, retryAt: new Date(at).toISOString() };
}

/** Goes on only with what was done. */
export async function after<T, U>(
  first: Outcome<T>,
  next: (value: T) => Outcome<U> | Promise<Outcome<U>>,
): Promise<Outcome<U>> {
  return first.outcome === 'done' ? next(first.value) : first;
}
