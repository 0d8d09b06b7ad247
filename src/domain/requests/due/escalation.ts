import type { Instant } from '../../time/instant.js';
import { pastDueSteps } from '../../time/past-due.js';
import { pausesOf } from '../../time/pauses.js';
import type { PlanInput } from '../plan.js';
import type { RequestState } from '../state.js';
import { runningDueAt } from './running.js';
import { atReminderTime, type DueSheet } from './sheet.js';

/** Past the promise: directors hear of it, and the requester, every so many business days. */
export const escalation: DueSheet = {
  event: 'escalated',
  when(input) {
    const { state } = input;
    const dueAt = runningDueAt(input);
    if (!dueAt) return [];
    const step = pastDueStep(input, dueAt);
    let n = state.pastDue.steps + 1;
    if (state.pastDue.dueAt !== dueAt) {
      // A deadline that was moved counts anew; steps that lay behind the move are not made up for.
      const since = lastMove(state);
      n = 1;
      for (let next = step(n); next !== null && next <= since; next = step(n)) n += 1;
    }
    const at = step(n);
    return at ? [{ n, at }] : [];
  },
  whenDue(state, { n }) {
    const level = state.escalationLevel + 1;
    return {
      change: { escalationLevel: level, pastDue: { dueAt: state.dueAt, steps: n } },
      data: { level, n, dueAt: state.dueAt },
    };
  },
};

function lastMove(state: RequestState): Instant {
  const clock = state.clock.at(-1)?.at ?? state.openedAt;
  return [clock, state.movedAt ?? '', state.openedAt].sort().at(-1) ?? state.openedAt;
}

type StepInput = Pick<PlanInput, 'state' | 'calendar' | 'program'>;

function pastDueStep({ state, calendar, program }: StepInput, dueAt: Instant) {
  const steps = pastDueSteps({
    calendar,
    dueAt,
    everyBusinessDays: program.clock.escalateEveryBusinessDays,
    pauses: pausesOf({ calendar, events: state.clock }),
  });
  return (n: number): Instant | null => {
    const at = steps(n);
    return at && atReminderTime({ calendar, program }, at);
  };
}

/** How many past-due steps lie behind an instant: an imported request starts after them. */
export function stepsBehind(input: StepInput & { dueAt: Instant; at: Instant }): number {
  const step = pastDueStep(input, input.dueAt);
  let n = 0;
  for (let next = step(1); next !== null && next <= input.at; next = step(n + 1)) n += 1;
  return n;
}
