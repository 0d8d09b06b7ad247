import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { tellContacts } from './tell-contacts.js';

/**
 * Ends all mail about the calls to the person a subscription belongs to, whichever of their addresses they subscribed
 * with. It counts here at once; outside it is told. Done again, nothing happens.
 */
export async function endSubscriptions(
  rec: Recording,
  services: Pick<RecordServices, 'contacts'>,
  { subscriptionId, email }: { subscriptionId: string; email: string },
): Promise<void> {
  const { tx, at } = rec;
  const theirs = await tx.$queryRaw<{ email: string }[]>`
    SELECT e.email FROM person_email e JOIN person_email mine ON mine.person_id = e.person_id
    WHERE mine.email = ${email}`;
  const rows = await tx.subscription.findMany({
    where: {
      OR: [{ id: subscriptionId }, { email: { in: theirs.map((row) => row.email) } }],
      NOT: { status: 'unsubscribed' },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) {
    await tx.subscription.update({
      where: { id },
      data: ended(at),
    });
    await tellContacts(rec, services, { subscriptionId: id });
  }
}

/** What stands of a subscription from then on; its link to be confirmed by no longer works. */
export const ended = (at: Date) => ({
  status: 'unsubscribed' as const,
  emailUpdates: false,
  unsubscribedAt: at,
  confirmTokenHash: null,
  confirmUntil: null,
});
