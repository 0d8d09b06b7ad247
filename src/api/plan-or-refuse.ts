import { NOT_RECORDED } from '../domain/not-recorded.js';
import { ok, type Result, refuse } from '../domain/result.js';
import { CannotPlan } from '../domain/time/cannot-plan.js';

/** Dates computed from what somebody sent; what can't be planned is refused, at the field it comes from. */
export async function planOrRefuse<T>(pointer: string, work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof CannotPlan)) throw error;
    const { code, detail } = NOT_RECORDED['cannot-plan'];
    return refuse(code, detail, [{ pointer, message: detail }]);
  }
}
