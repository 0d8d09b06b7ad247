import type { RecordServices, Transaction } from '../../activities/ports.js';
import { enqueueStart } from '../outbox/enqueue.js';
import { type Listener, listenersOf, registrantsOf } from './call-audience.js';
import type { CallRow } from './call-row.js';
import { type CallMail, queueCallMail } from './queue-call-mail.js';

export type BulkKind = 'call-reminder' | 'call-cancelled' | 'call-rescheduled' | 'call-recap';

/** What a batch is about; rows of the ledger carry its id. */
export interface BulkMail {
  kind: BulkKind;
  /** Makes two reminders of a moved call two effects: the date it is for. */
  occasion: string;
  wasAt?: string;
  pollLink?: string;
}

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

function audience(tx: Transaction, services: RecordServices, seriesId: string): Promise<Listener[]> {
  const elsewhere = services.contacts?.kind === 'nationbuilder';
  return elsewhere ? registrantsOf(tx, seriesId) : listenersOf(tx, seriesId);
}

/** Ledger rows for one batch; the unique effect key keeps a repeat from adding any. Answers how many listen. */
export async function writeBatch(
  tx: Transaction,
  services: RecordServices,
  input: { call: CallRow; bulk: BulkMail; at: Date; only?: Listener[] },
): Promise<number> {
  const { call, bulk, at } = input;
  const listeners = input.only ?? (await audience(tx, services, call.seriesId));
  const batchId = batchIdOf(call.id, bulk);
  for (const listener of listeners) {
    await queueCallMail(tx, services, {
      kind: bulk.kind,
      call,
      to: listener.email,
      name: listener.name,
      link: `${services.appUrl}/calls/${call.id}`,
      at,
      effectKey: `${batchId}/${listener.email}`,
      wasAt: bulk.wasAt,
      pollLink: bulk.pollLink,
      batchId,
    });
  }
  return listeners.length;
}
