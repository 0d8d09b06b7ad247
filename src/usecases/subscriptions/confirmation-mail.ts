import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { hashToken } from '../tokens.js';
import { confirmUntil } from './drop-unconfirmed.js';
import { confirmToken } from './tokens.js';

/** Asks the owner of the address whether they want mail; at most once a day, so that nobody can flood them. */
export async function askToConfirm(
  rec: Recording,
  services: RecordServices,
  { id, email }: { id: string; email: string },
): Promise<void> {
  const { tx, at } = rec;
  const day = at.toISOString().slice(0, 10);
  const token = confirmToken(services, id, day);
  const asked = { confirmTokenHash: hashToken(token), confirmUntil: confirmUntil(at) };
  await tx.subscription.update({ where: { id }, data: asked });
  await queueMessage(rec, services, {
    kind: 'subscription-confirmation',
    aboutId: id,
    to: [email],
    data: { ...programFacts(services), link: `${services.appUrl}/subscribe/confirm/${token}` },
    effectKey: `subscription/${id}#confirmation#${day}`,
  });
}
