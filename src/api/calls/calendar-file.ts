import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CallCalendar } from '../../usecases/calls/read-calendar.js';
import type { AppServices } from '../app-deps.js';

/**
 * An iCalendar file of calls (RFC 5545). Times are UTC, so any calendar shows them right where its owner is; the
 * UID never changes, a change raises SEQUENCE, a cancelled call stays as CANCELLED. No join link: feeds are public.
 */
export function calendarFile(
  services: Pick<AppServices, 'appUrl'>,
  { name, entries, stamp }: CallCalendar,
): string {
  const host = new URL(services.appUrl).hostname;
  const calendar = ical({
    name,
    prodId: { company: 'TA Desk', product: 'Calls', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // How often subscribers ask again, in seconds.
    ttl: 3_600,
  });
  for (const { call, sequence } of entries) {
    calendar.createEvent({
      id: `${call.id}@${host}`,
      sequence,
      stamp,
      start: new Date(call.startsAt),
      end: new Date(call.endsAt),
      // The series alone: a topic is nobody's business on a shared screen.
      summary: call.title,
      description: 'Questions and registration: see the address of this entry.',
      url: `${services.appUrl}/calls/${call.id}`,
      status: call.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency:
        call.status === 'cancelled' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}
