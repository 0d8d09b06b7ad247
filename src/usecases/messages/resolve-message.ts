import type { MailKind } from '../../domain/mail/kinds.js';
import { isTroubledMail } from '../../domain/mail/statuses.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { MailData } from '../../emails/mail-data.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import type { MessageRow } from '../mail/message-row.js';
import { queueMessage } from '../mail/queue-message.js';
import { mayReadMail } from '../mail/readable-mails.js';
import { settled } from '../mail/settled.js';
import { type Recording, recording } from '../recording.js';
import type { MessageView, Resolution } from './message.schema.js';
import { messageView } from './message-view.js';

/**
 * Staff settle a mail that failed or whose fate is unknown. "Resend" writes a new mail with a Message-ID of its own,
 * so that the ledger shows both; "mark sent" notes that it arrived. Once only.
 * Refuses `not-allowed-now`, `not-found`, `forbidden`. Answers the mail now in force.
 */
export async function resolveMessage(
  services: Services,
  actor: Actor,
  id: string,
  { action }: Resolution,
): Promise<Result<MessageView>> {
  if (!may(actor, 'messages.resolve')) return refuse('only-staff-settle-mails');
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockRows(tx)`SELECT id FROM message WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.message.findUnique({ where: { id }, include: withKey });
    if (!row || !mayReadMail(actor, row)) return refuse('no-such-mail');
    if (!isTroubledMail(row.status) || row.resolvedBy !== null) {
      return refuse('mail-not-to-settle');
    }
    const { at } = rec;
    const resolvedBy = actorRef(actor);
    if (action === 'mark-sent') {
      const data = { ...settled('sent', { at }), resolvedBy };
      return ok(messageView(await tx.message.update({ where: { id }, data })));
    }
    if (!row.sealed) return refuse('mail-text-erased');
    await tx.message.update({ where: { id }, data: { resolvedBy } });
    await sendAgain(rec, services, row);
    return ok(
      messageView(
        await tx.message.findUniqueOrThrow({ where: { effectKey: effectKeyOf(row) }, include: withKey }),
      ),
    );
  });
}

function sendAgain(rec: Recording, services: Services, row: MessageRow): Promise<void> {
  const field = { table: 'message', rowId: row.id, field: 'data' };
  const data = JSON.parse(
    services.vault.open(row.dataKey, field, row.sealed ?? new Uint8Array()),
  ) as MailData;
  const { aboutId, relatedId, to, cc } = row;
  const kind = row.kind as MailKind;
  return queueMessage(rec, services, {
    kind,
    aboutId,
    // Found where the first one is, under its call.
    ...(relatedId === null ? {} : { relatedId }),
    to,
    cc,
    data,
    effectKey: effectKeyOf(row),
  });
}

function effectKeyOf(row: { id: string }): string {
  return `message/${row.id}#resend`;
}
