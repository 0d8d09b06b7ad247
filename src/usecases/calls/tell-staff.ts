import type { CallState } from '../../domain/calls/call-state.js';
import { cancelsItselfAt } from '../../domain/calls/cancels-itself.js';
import type { MeetingTrouble } from '../../domain/calls/meeting-problem.js';
import type { Recipient } from '../../domain/requests/notice.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { addressesOf } from '../requests/recipients.js';
import type { CallRow } from './call-row.js';
import { type CallMail, queueCallMail } from './queue-call-mail.js';

type Kick = (workflowId: string | null) => void;
type Writes = Pick<RecordServices, 'vault' | 'mail' | 'appUrl' | 'programs'>;

/**
 * Coordinators hear two weeks ahead that a call falls on a day off or its eve, and what comes of it if nobody decides;
 * again when a day off is entered anew, or on the eve they were told of.
 */
export function tellStaffOfDayOff(
  tx: Transaction,
  services: Writes,
  toKick: Kick,
  { call, state, at }: { call: CallRow; state: CallState; at: Date },
): Promise<void> {
  const { dayOff } = state;
  const occasion = `day-off#${call.startsAt.toISOString()}#${dayOff?.since ?? 'eve'}`;
  return tell(tx, services, toKick, {
    kind: 'call-day-off',
    call,
    at,
    dayOff: dayOff?.kind ?? 'eve',
    cancelsAt: cancelsItselfAt(state) ?? undefined,
    occasion,
    recipients: ['coordinators'],
  });
}

/** Coordinators hear of a meeting that needs a person, once for each `occasion`; directors of what went wrong with it. */
export function tellStaffOfMeeting(
  tx: Transaction,
  services: Writes,
  toKick: Kick,
  { call, trouble, occasion, at }: { call: CallRow; trouble: MeetingTrouble; occasion: string; at: Date },
): Promise<void> {
  return tell(tx, services, toKick, {
    kind: 'call-meeting-problem',
    call,
    at,
    meetingTrouble: trouble,
    occasion: `meeting#${occasion}`,
    recipients: trouble === 'no-link' ? ['coordinators'] : ['coordinators', 'directors'],
  });
}

async function tell(
  tx: Transaction,
  services: Writes,
  toKick: Kick,
  {
    occasion,
    recipients,
    ...mail
  }: Pick<CallMail, 'kind' | 'at' | 'meetingTrouble' | 'dayOff' | 'cancelsAt'> & {
    call: CallRow;
    occasion: string;
    recipients: readonly Recipient[];
  },
): Promise<void> {
  const { program } = services.programs.current();
  const nobody = { requesterEmail: '', supervisorEmail: null, assigneeId: null };
  for (const to of await addressesOf(tx, program, nobody, recipients)) {
    toKick(
      await queueCallMail(tx, services, {
        ...mail,
        to,
        link: `${services.appUrl}/staff/calls/${mail.call.id}`,
        effectKey: `${mail.call.id}#${occasion}#${to}`,
      }),
    );
  }
}
