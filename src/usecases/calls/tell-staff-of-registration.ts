import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { addressesOf, NOBODY } from '../requests/recipients.js';
import type { RegistrationRow } from './registration-row.js';

/** A registration waits for a person; `again`: it stood, or was denied, and has changed. Who and why is on its page. */
export async function tellStaffOfRegistration(
  rec: Recording,
  services: RecordServices,
  { row, again }: { row: RegistrationRow; again: boolean },
): Promise<void> {
  const { tx } = rec;
  const { program } = services.programs.current();
  const onDuty = { ...NOBODY, at: rec.at };
  for (const to of await addressesOf(tx, program, onDuty, ['coordinators'])) {
    await queueMessage(rec, services, {
      kind: 'registration-review',
      aboutId: row.id,
      to: [to],
      data: {
        ...programFacts(services, row.seriesId),
        again,
        link: `${services.appUrl}/staff/registrations/${row.id}`,
      },
      effectKey: `registration/${row.id}#${row.version}#review#${to}`,
    });
  }
}
