import { type Result, refuse } from '../../../domain/result.js';
import { CannotPlan } from '../../../domain/time/cannot-plan.js';
import type { AppServices } from '../../app-deps.js';
import { ProblemError } from '../../errors.js';

/** What is said then: each page keeps something else of what was done. */
export type Unavailable =
  | 'try-again-not-saved'
  | 'try-again-typed-kept'
  | 'try-again-nothing-lost'
  | 'try-again-decision';

/** Runs a use case for a form; a failure becomes a refusal, so that the page comes back with what was typed. */
export async function attempt<T>(
  services: Pick<AppServices, 'log'>,
  page: string,
  unavailable: Unavailable,
  use: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    if (error instanceof CannotPlan) return refuse('cannot-plan');
    services.log.error(
      { page, error: error instanceof Error ? error.name : 'unknown' },
      'form action failed',
    );
    return refuse(unavailable);
  }
}
