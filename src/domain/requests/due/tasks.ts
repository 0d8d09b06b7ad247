import type { IsoDate } from '../../time/instant.js';
import { openTasks } from '../tasks.js';
import type { DueInput, DueSheet } from './sheet.js';

/** Nobody has finished it by then. */
const OVERDUE_BUSINESS_DAYS = 2;

/** So many business days after it is due; where the office closed on that day since, on the next. */
const remindedAt = ({ calendar, program }: DueInput, dueOn: IsoDate, businessDays: number) =>
  calendar.at(
    calendar.addBusinessDays(calendar.addBusinessDays(dueOn, 0), businessDays),
    program.clock.remindersAt,
  );

/** Of each open task, unless that lay in the past when its reader got it. */
const ofTasks = (event: DueSheet['event'], businessDays: number): DueSheet => ({
  event,
  when: (input) =>
    openTasks(input.state)
      .map(({ n, dueOn, since }) => ({ n, at: remindedAt(input, dueOn, businessDays), since }))
      .filter(({ at, since }) => at > since)
      .map(({ n, at }) => ({ n, at })),
  whenDue(state, { n }) {
    const task = openTasks(state).find((one) => one.n === n);
    return {
      change: {},
      data: task ? { n, task: task.id, assigneeId: task.assigneeId, dueOn: task.dueOn } : { n },
    };
  },
});

/** Follow-up tasks: on the day, and once more when nobody has said that they are done. */
export const OF_TASKS = {
  'task-due': ofTasks('task-reminded', 0),
  'task-overdue': ofTasks('task-overdue', OVERDUE_BUSINESS_DAYS),
};
