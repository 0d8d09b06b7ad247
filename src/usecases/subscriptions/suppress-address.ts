import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { newSubscription } from './create-subscription.js';
import { lockAddress } from './lock-address.js';
import { tellContacts } from './tell-contacts.js';

/**
 * Mail to an address came back, or was called spam: no call mail goes there any more, whatever is asked for later.
 * Answers whether the address is known.
 */
export async function suppressAddress(
  rec: Recording,
  services: Pick<RecordServices, 'contacts' | 'vault'>,
  { email: address, reason }: { email: string; reason: 'bounce' | 'complaint' },
): Promise<boolean> {
  const { tx } = rec;
  const email = address.toLowerCase();
  await lockAddress(tx, email);
  const known = await tx.subscription.findUnique({ where: { email } });
  if (!known && (await tx.personEmail.count({ where: { email } })) === 0) return false;
  // A complaint outlives a bounce.
  if (known?.suppressed === reason || known?.suppressed === 'complaint') return true;
  if (!known) {
    await tx.subscription.createMany({
      data: [newSubscription(services, { email, at: rec.at })],
      skipDuplicates: true,
    });
  }
  const { id } = await tx.subscription.update({ where: { email }, data: { suppressed: reason } });
  await tellContacts(rec, services, { subscriptionId: id });
  return true;
}
