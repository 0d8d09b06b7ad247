import type { MailAttempt } from '../../ports/mail.js';
import type { RecordServices } from '../../ports/services.js';
import type { MessageRow } from '../../usecases/mail/message-row.js';
import { recording } from '../../usecases/recording.js';
import { suppressAddress } from '../../usecases/subscriptions/suppress-address.js';
import { patiently } from './patiently.js';

/** The server said that there is no such address: mail to lists goes there no more. Of two recipients it can't be told which. */
export async function noteBounce(
  services: RecordServices,
  { to, cc }: Pick<MessageRow, 'to' | 'cc'>,
  attempt: Extract<MailAttempt, { outcome: 'rejected' }>,
): Promise<void> {
  const [email, ...others] = [...to, ...cc];
  if (!attempt.badAddress || !email || others.length > 0) return;
  await patiently(() =>
    recording(services, (rec) => suppressAddress(rec, services, { email, reason: 'bounce' })),
  );
}
