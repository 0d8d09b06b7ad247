import { contactPushWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Contacts } from '../../ports/contacts.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';

/** Where contacts are kept outside of the desk, or null: then our own subscriptions decide alone. */
export function contactsOf({ contacts }: Pick<RecordServices, 'contacts'>): Contacts | null {
  return contacts?.kind === 'nationbuilder' ? (contacts as Contacts) : null;
}

/**
 * What somebody chose is to be told outside, by a process of its own. Counted even while nothing is connected: then
 * it is told once something is. Call it in the transaction of the choice.
 */
export async function tellContacts(
  rec: Recording,
  services: Pick<RecordServices, 'contacts'>,
  { subscriptionId }: { subscriptionId: string },
): Promise<void> {
  const { tx } = rec;
  const { pushSeq } = await tx.subscription.update({
    where: { id: subscriptionId },
    data: { pushSeq: { increment: 1 }, pushProblem: null },
    select: { pushSeq: true },
  });
  if (contactsOf(services)) await startPush(rec, { subscriptionId, seq: pushSeq });
}

export async function startPush(
  rec: Recording,
  { subscriptionId, seq }: { subscriptionId: string; seq: number },
): Promise<void> {
  const workflowId = contactPushWorkflowId(subscriptionId, seq);
  rec.outbox.start('contactPush', workflowId, { v: 1, subscriptionId, seq });
}

const AT_ONCE = 500;

/** What was chosen while nothing was connected, or came in before: no process for it was ever asked for. */
export async function tellWhatWaits(rec: Recording): Promise<number> {
  const { tx } = rec;
  const waiting = await tx.$queryRaw<{ id: string; seq: number }[]>`
    SELECT s.id::text AS id, s.push_seq AS seq FROM subscription s
    WHERE s.push_seq > s.pushed_seq AND s.push_problem IS NULL AND NOT EXISTS (
      SELECT 1 FROM outbox o WHERE o.workflow_id = 'contact-push/' || s.id || '/' || s.push_seq)
    ORDER BY s.id LIMIT ${AT_ONCE}`;
  for (const { id, seq } of waiting) await startPush(rec, { subscriptionId: id, seq });
  return waiting.length;
}
