import type { ReleaseState } from '../../domain/releases/release-state.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';

/** The instants of a release that begins now and whose last day is `until`. Calendar days: no closure moves what somebody signed. */
export function releaseDates(
  { programs }: Pick<RecordServices, 'programs'>,
  calendar: BusinessCalendar,
  { until, at }: { until: IsoDate; at: Date },
): Pick<ReleaseState, 'expiresAt' | 'warnAt' | 'lapsesAt'> {
  const { releases, clock } = programs.current().program;
  const now = at.toISOString();
  const endOf = (day: IsoDate) => calendar.at(addDays(day, 1), '00:00');
  const expiresAt = endOf(until);
  const warnAt = calendar.at(addDays(until, -releases.warnDaysBefore), clock.remindersAt);
  const unanswered = endOf(addDays(calendar.dateOf(now), releases.unansweredDays));
  return {
    expiresAt,
    warnAt: warnAt > now ? warnAt : null,
    lapsesAt: unanswered < expiresAt ? unanswered : expiresAt,
  };
}
