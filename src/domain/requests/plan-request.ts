import { planning } from '../time/cannot-plan.js';
import { readClock } from '../time/clock.js';
import type { Instant } from '../time/instant.js';
import { targetFor } from '../time/second-clock.js';
import { followUpReading } from './after-answer.js';
import { expectedDueAt } from './answer-by.js';
import { closingDate } from './due/after-answer.js';
import { nextDeadline } from './due.js';
import type { PlanInput, RequestPlan } from './plan.js';

/**
 * Computes the plan from the state on today's calendar. Called in activities and transactions, never in workflows.
 * @throws CannotPlan
 */
export function planRequest(input: PlanInput): RequestPlan {
  return planning(() => {
    const planned = plan(input);
    for (const at of [
      planned.reading.dueAt,
      planned.targetAt,
      planned.next?.at,
      planned.followUpDueAt,
      planned.closesOn,
    ])
      inOurYears(at);
    return planned;
  });
}

/** Years of four digits are what databases and people can do with. */
function inOurYears(at: Instant | null | undefined): void {
  if (at && !/^(?!0000)\d{4}-/.test(at)) throw new RangeError('not a year to plan with');
}

function plan(input: PlanInput): RequestPlan {
  const { state, calendar, program, courtDate, at } = input;
  const reading = readClock({ calendar, events: state.clock, promiseDays: state.promiseBusinessDays, at });
  const target = targetFor({
    calendar,
    promiseDueAt: reading.dueAt,
    courtDate,
    businessDaysBefore: program.clock.courtDeadline.targetBusinessDaysBefore,
  });
  const targetIsCourt =
    target.targetIsCourt && isBefore(target.targetAt, expectedDueAt(calendar, at, reading));
  return {
    reading,
    targetAt: target.targetAt,
    targetIsCourt,
    next: nextDeadline({ ...input, reading }),
    followUpDueAt: followUpReading(state, input)?.dueAt ?? null,
    closesOn: closingDate(input),
  };
}

function isBefore(a: Instant | null, b: Instant): boolean {
  return a !== null && a < b;
}
