import { isLive } from '../call-statuses.js';
import type { CallDueSheet } from './sheet.js';

/** On the morning of a call, to those who listen. */
export const reminder: CallDueSheet = {
  when({ state }) {
    const { status, times, reminded, movedAt } = state;
    if (!isLive(status) || status === 'planned') return null;
    // The notice of a move says the new time, so a reminder whose time was past by then is not sent.
    const done = reminded.includes(times.date) || (movedAt !== null && times.reminderAt <= movedAt);
    return done ? null : times.reminderAt;
  },
  whenDue: ({ reminded, times }, at) => ({
    // Back after an outage, the desk doesn't remind of a call that has begun.
    type: at < times.startsAt ? 'reminded' : 'reminder-missed',
    change: { reminded: [...reminded, times.date] },
    data: { date: times.date },
  }),
};
