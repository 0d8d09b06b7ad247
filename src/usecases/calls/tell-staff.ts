import type { CallState } from '../../domain/calls/call-state.js';
import { cancelsItselfAt } from '../../domain/calls/cancels-itself.js';
import type { MeetingTrouble } from '../../domain/calls/meeting-problem.js';
import type { Recipient } from '../../domain/requests/notice.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { addressesOf, NOBODY } from '../requests/recipients.js';
import type { CallRow } from './call-row.js';
import { type CallMail, queueCallMail } from './queue-call-mail.js';

type Writes = Pick<RecordServices, 'vault' | 'mail' | 'appUrl' | 'programs'>;

/**
 * Coordinators hear two weeks ahead that a call falls on a day off or its eve, and what comes of it if nobody decides;
 * again when a day off is entered anew, or on the eve they were told of.
 */
export function tellStaffOfDayOff(
  rec: Recording,
  services: Writes,
  { call, state }: { call: CallRow; state: CallState },
): Promise<void> {
  const { dayOff } = state;
  const occasion = `day-off#${call.startsAt.toISOString()}#${dayOff?.since ?? 'eve'}`;
  return tell(rec, services, {
    kind: 'call-day-off',
    call,
    dayOff: dayOff?.kind ?? 'eve',
    cancelsAt: cancelsItselfAt(state) ?? undefined,
    occasion,
    recipients: ['coordinators'],
  });
}

/** Coordinators hear of a meeting that needs a person, once for each `occasion`; directors of what went wrong with it. */
export function tellStaffOfMeeting(
  rec: Recording,
  services: Writes,
  { call, trouble, occasion }: { call: CallRow; trouble: MeetingTrouble; occasion: string },
): Promise<void> {
  return tell(rec, services, {
    kind: 'call-meeting-problem',
    call,
    meetingTrouble: trouble,
    occasion: `meeting#${occasion}`,
    recipients: trouble === 'no-link' ? ['coordinators'] : ['coordinators', 'directors'],
  });
}

async function tell(
  rec: Recording,
  services: Writes,
  {
    occasion,
    recipients,
    ...mail
  }: Pick<CallMail, 'kind' | 'meetingTrouble' | 'dayOff' | 'cancelsAt'> & {
    call: CallRow;
    occasion: string;
    recipients: readonly Recipient[];
  },
): Promise<void> {
  const { tx } = rec;
  const { program } = services.programs.current();
  const onDuty = { ...NOBODY, at: rec.at };
  for (const to of await addressesOf(tx, program, onDuty, recipients)) {
    await queueCallMail(rec, services, {
      ...mail,
      to,
      link: `${services.appUrl}/staff/calls/${mail.call.id}`,
      effectKey: `${mail.call.id}#${occasion}#${to}`,
    });
  }
}
