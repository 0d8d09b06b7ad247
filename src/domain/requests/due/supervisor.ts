import type { DueSheet } from './sheet.js';

/** Nobody answers before the supervisor has confirmed: one who is silent is reminded. */
const supervisorReminder: DueSheet = {
  event: 'supervisor-reminded',
  when(input) {
    const { state, calendar, program } = input;
    if (state.supervisor !== 'unconfirmed') return [];
    const asked = calendar.dateOf(state.supervisorAskedAt ?? state.openedAt);
    return program.clock.supervisorReminderBusinessDays.map((n) => ({
      n,
      at: calendar.at(calendar.addBusinessDays(asked, n), program.clock.remindersAt),
    }));
  },
};

export const OF_SUPERVISORS = { 'supervisor-reminder': supervisorReminder };
