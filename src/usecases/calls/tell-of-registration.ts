import type { CallRegistration } from '../../adapters/database/generated/client.js';
import type { RegistrationStatus } from '../../domain/calls/registration-policy.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { tellLateJoiner } from './late-joiner.js';
import { tellRegistrant } from './registration-notice.js';
import { tellStaffOfRegistration } from './tell-staff-of-registration.js';
import { registrationChanged } from './zoom-meeting.js';

/**
 * A registration stands otherwise than before (`before`; null: there was none): its registrant hears, the meetings
 * of the series look again, whoever is in now gets what they missed, and staff hear of one that waits for them.
 */
export async function tellOfRegistration(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  { row, before, at }: { row: CallRegistration; before: RegistrationStatus | null; at: Date },
): Promise<void> {
  await tellRegistrant(tx, services, toKick, row, at, { again: before !== null });
  await registrationChanged(tx, services, toKick, { seriesId: row.seriesId, at });
  if (row.status === 'approved') {
    await tellLateJoiner(tx, services, toKick, { personEmail: row.email, seriesId: row.seriesId, at });
  }
  if (row.status === 'pending') {
    await tellStaffOfRegistration(tx, services, toKick, { row, again: before !== null, at });
  }
}
