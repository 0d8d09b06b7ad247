import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { tellContacts } from './tell-contacts.js';

/**
 * Ends all mail about the calls to the person a subscription belongs to, whichever of their addresses they subscribed
 * with. It counts here at once; outside it is told. Done again, nothing happens.
 */
export async function endSubscriptions(
  tx: Transaction,
  services: Pick<RecordServices, 'contacts'>,
  toKick: (workflowId: string | null) => void,
  { subscriptionId, email, at }: { subscriptionId: string; email: string; at: Date },
): Promise<void> {
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
      data: {
        status: 'unsubscribed',
        emailUpdates: false,
        unsubscribedAt: at,
        confirmTokenHash: null,
        confirmUntil: null,
      },
    });
    await tellContacts(tx, services, toKick, { subscriptionId: id, at });
  }
}
