import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import { hashToken } from '../tokens.js';
import { confirmUntil } from './drop-unconfirmed.js';
import { confirmToken } from './tokens.js';

/** Asks the owner of the address whether they want mail; at most once a day, so that nobody can flood them. */
export async function askToConfirm(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  { id, email, at }: { id: string; email: string; at: Date },
): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  const token = confirmToken(services, id, day);
  const asked = { confirmTokenHash: hashToken(token), confirmUntil: confirmUntil(at) };
  await tx.subscription.update({ where: { id }, data: asked });
  toKick(
    await queueMessage(tx, services, {
      kind: 'subscription-confirmation',
      aboutId: id,
      to: [email],
      data: { ...programFacts(services), link: `${services.appUrl}/subscribe/confirm/${token}` },
      effectKey: `subscription/${id}#confirmation#${day}`,
      at,
    }),
  );
}
