import { dayZero } from '../../time/receipt.js';
import type { RequestState } from '../state.js';
import type { Due, DueInput, DueSheet } from './sheet.js';

/** While the clock runs; the promised end. */
export const runningDueAt = ({ reading }: DueInput) => (reading.state === 'running' ? reading.dueAt : null);

const unassignedReminder: DueSheet = {
  event: 'unassigned-reminded',
  when(input) {
    const { state, calendar, program } = input;
    const started = state.clock[0];
    if (!runningDueAt(input) || state.assigneeId || started?.type !== 'started') return [];
    const n = program.clock.unassignedReminderDay;
    const day = calendar.addBusinessDays(dayZero(calendar, started.at), n);
    return ahead(state, [{ n, at: calendar.at(day, program.clock.remindersAt) }]);
  },
};

const dueReminder: DueSheet = {
  event: 'due-reminded',
  when(input) {
    const { state, calendar, program } = input;
    const dueAt = runningDueAt(input);
    if (!dueAt || !state.assigneeId) return [];
    const due = calendar.dateOf(dueAt);
    return ahead(
      state,
      program.clock.dueReminderBusinessDaysBefore.map((n) => ({
        n,
        at: calendar.at(calendar.addBusinessDays(due, -n), program.clock.remindersAt),
      })),
    );
  },
};

/** Reminders that lay in the past when the work began anew (assigned, resumed, extended) are not sent late. */
function ahead(state: RequestState, all: Due[]): Due[] {
  const moved = state.clock.filter((event) => event.type !== 'floor').at(-1)?.at ?? state.openedAt;
  const begun = [state.openedAt, state.assignedAt ?? '', moved];
  return all.filter((due) => begun.every((at) => due.at > at));
}

export const WHILE_RUNNING = { 'unassigned-reminder': unassignedReminder, 'due-reminder': dueReminder };
