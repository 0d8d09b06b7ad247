import { courtDatePassedAt, courtWarnings } from '../../time/second-clock.js';
import { atReminderTime, type DueSheet } from './sheet.js';

/** The second clock is never paused; warnings that were past when the date was told are sent once. */
const courtWarning: DueSheet = {
  event: 'deadline-warned',
  when(input) {
    const { state, calendar, program, courtDate } = input;
    if (!courtDate) return [];
    const since = state.courtDateSince;
    const warnings = courtWarnings({
      calendar,
      courtDate,
      businessDaysBefore: program.clock.courtDeadline.warnings,
    }).map(({ at, businessDaysBefore }) => ({ at: atReminderTime(input, at), n: businessDaysBefore }));
    const missed = warnings.filter(({ at }) => at <= since).at(-1);
    return [...(missed ? [{ ...missed, at: since }] : []), ...warnings.filter(({ at }) => at > since)];
  },
};

const courtPassed: DueSheet = {
  event: 'deadline-passed',
  when(input) {
    const { state, calendar, courtDate } = input;
    if (!courtDate) return [];
    const at = atReminderTime(input, courtDatePassedAt({ calendar, courtDate }));
    return at > state.courtDateSince ? [{ at, n: 0 }] : [];
  },
};

/** Before a court or filing date, clock or no clock, and after it. */
export const OF_COURT_DATES = { 'court-warning': courtWarning, 'court-passed': courtPassed };
