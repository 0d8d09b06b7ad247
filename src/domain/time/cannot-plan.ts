/** Dates can't be computed: one of them lies beyond what the calendar reaches, or is none. Holds no date itself. */
export class CannotPlan extends Error {
  override readonly name = 'CannotPlan';
}

/** Whatever makes planning throw is one kind of refusal, wherever it is asked. @throws CannotPlan */
export function planning<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CannotPlan
      ? error
      : new CannotPlan('these dates cannot be computed', { cause: error });
  }
}
