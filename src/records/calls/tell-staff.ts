import type { RecordServices, Transaction } from '../../activities/ports.js';
import { addressesOf } from '../requests/recipients.js';
import type { CallRow } from './call-row.js';
import { queueCallMail } from './queue-call-mail.js';

/** Coordinators hear two weeks ahead that a call falls on a day off and is cancelled unless they confirm it. */
export async function tellStaffOfDayOff(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  { call, at }: { call: CallRow; at: Date },
): Promise<void> {
  const nobody = { requesterEmail: '', supervisorEmail: null, assigneeId: null };
  const { program } = services.programs.current();
  for (const to of await addressesOf(tx, program, nobody, ['coordinators'])) {
    toKick(
      await queueCallMail(tx, services, {
        kind: 'call-day-off',
        call,
        to,
        link: `${services.appUrl}/staff/calls/${call.id}`,
        at,
        effectKey: `${call.id}#day-off#${call.startsAt.toISOString()}#${to}`,
      }),
    );
  }
}
