import type { Instant } from '../time/instant.js';
import { AFTER_ANSWER } from './due/after-answer.js';
import { OF_COURT_DATES } from './due/court.js';
import { escalation } from './due/escalation.js';
import { WHILE_RUNNING } from './due/running.js';
import type { DueInput, DueSheet } from './due/sheet.js';
import { OF_SUPERVISORS } from './due/supervisor.js';
import { OF_TASKS } from './due/tasks.js';
import { WHILE_WAITING } from './due/waits.js';
import { type Deadline, deadlineKey, type RequestState } from './state.js';
import { isOpen, type RequestStatus } from './statuses.js';
import { type Decided, transition } from './transition.js';

/** Of an open request. */
const WHILE_OPEN: Readonly<Record<string, DueSheet>> = {
  ...WHILE_WAITING,
  ...WHILE_RUNNING,
  escalation,
  ...OF_COURT_DATES,
  ...OF_SUPERVISORS,
  ...OF_TASKS,
};

const WHILE_ANSWERED: Readonly<Record<string, DueSheet>> = { ...AFTER_ANSWER, ...OF_TASKS };

/** What happens by itself when its time comes, and nobody did what would have prevented it. */
export const DUE: Readonly<Record<string, DueSheet>> = { ...WHILE_OPEN, ...AFTER_ANSWER };

function rowsIn(status: RequestStatus): Readonly<Record<string, DueSheet>> {
  if (isOpen(status)) return WHILE_OPEN;
  return status === 'responded' ? WHILE_ANSWERED : {};
}

/** The first deadline that is not done. Asked in activities: dates are never computed in workflows. */
export function nextDeadline(input: DueInput): Deadline | null {
  const all = Object.entries(rowsIn(input.state.status)).flatMap(([kind, { when }]) =>
    when(input).map(({ n, at }): Deadline => ({ kind, at, n })),
  );
  const pending = all.filter((deadline) => deadlineKey(deadline) > input.state.cursor);
  return pending.reduce<Deadline | null>(
    (first, deadline) => (first === null || deadlineKey(deadline) < deadlineKey(first) ? deadline : first),
    null,
  );
}

/**
 * A deadline came without the fact that would have ended it: the new state and the event. Undefined: a kind that another
 * version planned. Pure.
 */
export function whenDue(state: RequestState, deadline: Deadline, at: Instant): Decided | undefined {
  const row = DUE[deadline.kind];
  if (!row) return undefined;
  const { change, data } = row.whenDue?.(state, deadline, at) ?? { change: {}, data: { n: deadline.n } };
  return transition(
    state,
    { cursor: deadlineKey(deadline), ...change },
    { type: row.event, at, actor: 'system', data },
  );
}
