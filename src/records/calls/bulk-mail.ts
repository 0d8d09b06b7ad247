import type { RecordServices, Transaction } from '../../activities/ports.js';
import type { BulkMail } from '../../domain/calls/bulk-mail.js';
import { enqueueStart } from '../outbox/enqueue.js';
import { unsubscribeLink } from '../subscriptions/tokens.js';
import { type Listener, listenersOf, registrantsOf } from './call-audience.js';
import type { CallRow } from './call-row.js';
import { type CallMail, queueCallMail } from './queue-call-mail.js';

export function batchIdOf(callId: string, { kind, occasion }: BulkMail): string {
  return `${callId}/${kind}/${occasion}`;
}

/** Mails everybody who listens, through a process of its own: the decision doesn't wait for thousands of rows. */
export async function startBulkMail(
  tx: Transaction,
  toKick: (workflowId: string | null) => void,
  input: { callId: string; bulk: BulkMail; at: Date },
): Promise<void> {
  const workflowId = `bulk-mail/${batchIdOf(input.callId, input.bulk)}`;
  await enqueueStart(tx, {
    workflowId,
    name: 'bulkMail',
    input: { v: 1, callId: input.callId, bulk: input.bulk },
    at: input.at,
  });
  toKick(workflowId);
}

export function audienceOf(tx: Transaction, services: RecordServices, seriesId: string): Promise<Listener[]> {
  const elsewhere = services.contacts?.kind === 'nationbuilder';
  return elsewhere ? registrantsOf(tx, seriesId) : listenersOf(tx, seriesId);
}

/** Ledger rows for one batch; the unique effect key keeps a repeat from adding any. Answers how many listen. */
export async function writeBatch(
  tx: Transaction,
  services: RecordServices,
  { call, bulk, at }: { call: CallRow; bulk: BulkMail; at: Date },
): Promise<number> {
  const listeners = await audienceOf(tx, services, call.seriesId);
  const batchId = batchIdOf(call.id, bulk);
  for (const listener of listeners) {
    await queueCallMail(tx, services, { ...mailTo(services, listener, { call, bulk, at }), batchId });
  }
  return listeners.length;
}

/**
 * What a batch would have told one more listener, as a mail of its own: the batch may be over, or under way.
 * Answers the workflow to kick; null when the listener has it already.
 */
export function writeLate(
  tx: Transaction,
  services: RecordServices,
  listener: Listener,
  about: { call: CallRow; bulk: BulkMail; at: Date },
): Promise<string | null> {
  return queueCallMail(tx, services, mailTo(services, listener, about));
}

function mailTo(
  services: RecordServices,
  listener: Listener,
  { call, bulk, at }: { call: CallRow; bulk: BulkMail; at: Date },
): CallMail {
  return {
    kind: bulk.kind,
    call,
    to: listener.email,
    name: listener.name,
    link: `${services.appUrl}/calls/${call.id}`,
    at,
    effectKey: `${batchIdOf(call.id, bulk)}/${listener.email}`,
    wasAt: bulk.wasAt,
    pollLink: bulk.pollLink,
    unsubscribeLink: listener.subscriptionId ? unsubscribeLink(services, listener.subscriptionId) : undefined,
  };
}
