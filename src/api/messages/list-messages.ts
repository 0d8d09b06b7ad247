import type { Services } from '../../activities/ports.js';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { readCursor, writeCursor } from '../http/page-query.js';
import type { MessagesQuery, MessageView } from './message.schema.js';
import { messageView } from './message-view.js';

/** The mail ledger, oldest first, a page at a time. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listMessages(
  services: Services,
  actor: Actor,
  { about, status, cursor, limit = 50 }: MessagesQuery,
): Promise<Result<{ items: MessageView[]; nextCursor: string | null }>> {
  if (!may(actor, 'messages.read')) return refuse('forbidden', 'Only staff read the mail ledger.');
  const after = cursor === undefined ? null : readCursor(cursor);
  if (cursor !== undefined && !after) {
    return refuse('invalid', 'This cursor is not one of ours.', [
      { pointer: '/cursor', message: 'Start without it.' },
    ]);
  }
  const where: Prisma.MessageWhereInput = {
    ...(about === undefined ? {} : { OR: [{ aboutId: about }, { relatedId: about }] }),
    ...(status === undefined ? {} : { status }),
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
    omit: { sealed: true, dataKey: true },
  });
  const items = rows.slice(0, limit).map(messageView);
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.queuedAt, last.id]) : null,
  });
}
