import { randomUUID } from 'node:crypto';
import type { BulkMail } from '../../domain/calls/bulk-mail.js';
import { movedAtOf } from '../../domain/calls/missed-mail.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { makeWaysOut } from '../subscriptions/create-subscription.js';
import { contactsOf } from '../subscriptions/tell-contacts.js';
import { unsubscribeLink } from '../subscriptions/tokens.js';
import { type Listener, listenersOf, registrantsOf } from './call-audience.js';
import type { CallRow } from './call-row.js';
import { pollEndOf, pollToken } from './poll.js';
import { type CallMail, queueCallMail } from './queue-call-mail.js';
import { askersToldOfMove } from './tell-of-move.js';

/** Where a mail leads if not to the call: to one's own way in, and to the calls that do take place. */
const PAGES: Partial<Record<BulkMail['kind'], string>> = {
  'call-reminder': '/my/calls',
  'call-cancelled': '/calls',
};

export function batchIdOf(callId: string, { kind, occasion }: BulkMail): string {
  return `${callId}/${kind}/${occasion}`;
}

/** Mails everybody who listens, through a process of its own: the decision doesn't wait for thousands of rows. */
export async function startBulkMail(
  rec: Recording,
  input: { callId: string; bulk: BulkMail },
): Promise<void> {
  const workflowId = `bulk-mail/${batchIdOf(input.callId, input.bulk)}`;
  rec.outbox.start('bulkMail', workflowId, { v: 1, callId: input.callId, bulk: input.bulk });
}

/** Who may get mail about a series, each with a way out of it. With `personId` only that person. */
export async function audienceOf(
  tx: Transaction,
  services: RecordServices,
  { seriesId, personId = null, at }: { seriesId: string; personId?: string | null; at: Date },
): Promise<Listener[]> {
  if (!contactsOf(services)) return listenersOf(tx, seriesId, personId);
  await makeWaysOut(tx, services, { seriesId, personId, at });
  return registrantsOf(tx, seriesId, personId);
}

/** Rows of the mail log for one batch; the unique effect key keeps a repeat from adding any. Answers how many listen. */
export async function writeBatch(
  rec: Recording,
  services: RecordServices,
  { call, bulk }: { call: CallRow; bulk: BulkMail },
): Promise<number> {
  const { tx, at } = rec;
  const audience = await audienceOf(tx, services, { seriesId: call.seriesId, at });
  const told = await toldOtherwise(tx, call, bulk);
  const listeners = audience.filter(({ personId }) => !told.has(personId));
  const batchId = batchIdOf(call.id, bulk);
  for (const listener of listeners) {
    await queueCallMail(rec, services, { ...mailTo(services, listener, { call, bulk, at }), batchId });
  }
  return listeners.length;
}

/** Who hears the same in a mail of their own. */
async function toldOtherwise(tx: Transaction, call: CallRow, { kind, occasion }: BulkMail) {
  const movedAt = kind === 'call-rescheduled' ? movedAtOf(occasion) : null;
  return movedAt === null ? new Set<string>() : askersToldOfMove(tx, call.id, movedAt);
}

/**
 * What a batch would have told one more listener, as a mail of its own: the batch may be over, or under way. One that
 * was held back because they had not opted in, or had opted out, stands in the mail log and is in nobody's way.
 */
export async function writeLate(
  rec: Recording,
  services: RecordServices,
  listener: Listener,
  about: { call: CallRow; bulk: BulkMail },
): Promise<void> {
  const { tx, at } = rec;
  const mail = mailTo(services, listener, { ...about, at });
  if ((await toldOtherwise(tx, about.call, about.bulk)).has(listener.personId)) return;
  const heldBack = { effectKey: mail.effectKey, status: 'suppressed', code: 'not-wanted' };
  await tx.message.updateMany({
    where: heldBack,
    data: { effectKey: `${mail.effectKey}#held-back/${randomUUID()}` },
  });
  await queueCallMail(rec, services, mail);
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
    link: `${services.appUrl}${PAGES[bulk.kind] ?? `/calls/${call.id}`}`,
    effectKey: `${batchIdOf(call.id, bulk)}/${listener.email}`,
    wasAt: bulk.wasAt,
    ...pollOf(services, listener, { call, bulk, at }),
    unsubscribeLink: listener.subscriptionId ? unsubscribeLink(services, listener.subscriptionId) : undefined,
  };
}

/** With the day on which it ends; who comes after that is not led to a closed door. */
function pollOf(
  services: RecordServices,
  { personId }: Listener,
  { call, bulk, at }: { call: CallRow; bulk: BulkMail; at: Date },
): Pick<CallMail, 'pollLink' | 'pollUntil'> {
  const end = bulk.pollLink ? pollEndOf(services, call) : null;
  if (!end || at.toISOString() >= end.closesAt) return {};
  return {
    pollLink: `${bulk.pollLink}/${pollToken(services, call.id, personId)}`,
    pollUntil: end.lastDay,
  };
}
