import { contactPushWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Contacts } from '../../ports/contacts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { enqueueStart } from '../outbox/enqueue.js';

type Kick = (workflowId: string | null) => void;

/** Where contacts are kept outside of the desk, or null: then our own subscriptions decide alone. */
export function contactsOf({ contacts }: Pick<RecordServices, 'contacts'>): Contacts | null {
  return contacts?.kind === 'nationbuilder' ? (contacts as Contacts) : null;
}

/**
 * What somebody chose is to be told outside, by a process of its own. Counted even while nothing is connected: then
 * it is told once something is. Call it in the transaction of the choice.
 */
export async function tellContacts(
  tx: Transaction,
  services: Pick<RecordServices, 'contacts'>,
  toKick: Kick,
  { subscriptionId, at }: { subscriptionId: string; at: Date },
): Promise<void> {
  const { pushSeq } = await tx.subscription.update({
    where: { id: subscriptionId },
    data: { pushSeq: { increment: 1 }, pushProblem: null },
    select: { pushSeq: true },
  });
  if (contactsOf(services)) toKick(await startPush(tx, { subscriptionId, seq: pushSeq, at }));
}

/** Answers the workflow to kick. */
export async function startPush(
  tx: Transaction,
  { subscriptionId, seq, at }: { subscriptionId: string; seq: number; at: Date },
): Promise<string> {
  const workflowId = contactPushWorkflowId(subscriptionId, seq);
  await enqueueStart(tx, { workflowId, name: 'contactPush', input: { v: 1, subscriptionId, seq }, at });
  return workflowId;
}

const AT_ONCE = 500;

/** What was chosen while nothing was connected, or came in before: no process for it was ever asked for. */
export async function tellWhatWaits(tx: Transaction, toKick: Kick, { at }: { at: Date }): Promise<number> {
  const waiting = await tx.$queryRaw<{ id: string; seq: number }[]>`
    SELECT s.id::text AS id, s.push_seq AS seq FROM subscription s
    WHERE s.push_seq > s.pushed_seq AND s.push_problem IS NULL AND NOT EXISTS (
      SELECT 1 FROM outbox o WHERE o.workflow_id = 'contact-push/' || s.id || '/' || s.push_seq)
    ORDER BY s.id LIMIT ${AT_ONCE}`;
  for (const { id, seq } of waiting) toKick(await startPush(tx, { subscriptionId: id, seq, at }));
  return waiting.length;
}
