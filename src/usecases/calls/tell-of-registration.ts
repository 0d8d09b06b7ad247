import type { RegistrationStatus } from '../../domain/calls/registration-statuses.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { tellLateJoiner } from './late-joiner.js';
import { tellRegistrant } from './registration-notice.js';
import type { RegistrationRow } from './registration-row.js';
import { tellStaffOfRegistration } from './tell-staff-of-registration.js';
import { registrationChanged } from './zoom-meeting.js';

/**
 * A registration stands otherwise than before (`before`; null: there was none): its registrant hears, the meetings
 * of the series look again, whoever is in now gets what they missed, and staff hear of one that waits for them.
 */
export async function tellOfRegistration(
  rec: Recording,
  services: RecordServices,
  { row, before }: { row: RegistrationRow; before: RegistrationStatus | null },
): Promise<void> {
  await tellRegistrant(rec, services, row, { again: before !== null });
  await registrationChanged(rec, services, { seriesId: row.seriesId });
  if (row.status === 'approved') {
    await tellLateJoiner(rec, services, { personEmail: row.email, seriesId: row.seriesId });
  }
  if (row.status === 'pending') {
    await tellStaffOfRegistration(rec, services, { row, again: before !== null });
  }
}
