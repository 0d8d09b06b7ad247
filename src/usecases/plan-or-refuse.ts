import { ok, type Result, refuseAt } from '../domain/result.js';
import { CannotPlan } from '../domain/time/cannot-plan.js';

/** Dates computed from what somebody sent; what can't be planned is refused, at the field it comes from. */
export async function planOrRefuse<T>(pointer: string, work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof CannotPlan)) throw error;
    return refuseAt(pointer, 'cannot-plan');
  }
}
