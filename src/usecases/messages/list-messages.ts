import type { Prisma } from '../../adapters/database/generated/client.js';
import { mailToldAs } from '../../domain/mail/statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { mailsReadableBy } from '../mail/readable-mails.js';
import type { MessagesQuery, MessageView } from './message.schema.js';
import { messageView } from './message-view.js';

const cursors = cursorOf('messages', instantAndId);

/** The mail log, oldest first, a page at a time. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listMessages(
  services: Services,
  actor: Actor,
  { about, status, cursor, limit = 50 }: MessagesQuery,
): Promise<Result<{ items: MessageView[]; nextCursor: string | null }>> {
  if (!may(actor, 'messages.read')) return refuse('only-staff-read-mails');
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const where: Prisma.MessageWhereInput = {
    ...(about === undefined ? {} : { OR: [{ aboutId: about }, { relatedId: about }] }),
    ...(status === undefined ? {} : { status: { in: mailToldAs(status) } }),
    ...mailsReadableBy(actor),
  };
  if (after) {
    const [instant, id] = after;
    const queuedAt = new Date(instant);
    where.AND = [{ OR: [{ queuedAt: { gt: queuedAt } }, { queuedAt, id: { gt: id } }] }];
  }
  const rows = await services.db.message.findMany({
    where,
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    omit: { sealed: true },
  });
  const items = rows.slice(0, limit).map(messageView);
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.queuedAt, last.id]) : null,
  });
}
