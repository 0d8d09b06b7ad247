import type { DueSheet } from './sheet.js';

/** Nobody answers before the supervisor has confirmed: one who is silent is reminded. */
const supervisorReminder: DueSheet = {
  event: 'supervisor-reminded',
  when(input) {
    const { state, calendar, program } = input;
    if (state.supervisor !== 'unconfirmed') return [];
    const { supervisorReminderBusinessDays: days, remindersAt } = program.clock;
    const asked = calendar.dateOf(state.supervisorAskedAt ?? state.openedAt);
    // Whoever was asked before there were reminders may be past them all: the last one makes up for them.
    return (state.supervisorAskedAt ? days : days.slice(-1)).map((n) => ({
      n,
      at: calendar.at(calendar.addBusinessDays(asked, n), remindersAt),
    }));
  },
};

export const OF_SUPERVISORS = { 'supervisor-reminder': supervisorReminder };
