import { type Actor, isStaff } from '../../../domain/people/actor.js';
import { ok, type Result } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';
import { cursorOf, instantAndId } from '../../lists/cursor.schema.js';
import type { ShortListQuery } from '../../lists/page-of.schema.js';
import { openCaseText } from '../case-text.js';
import { logAccess, namesOf } from '../read-request.js';
import { visibleRequest } from '../visible-request.js';
import { whoWrote } from './who-wrote.js';
import type { MessageWritten } from './write-message.js';

export interface MessageView extends MessageWritten {
  body: string;
  /** People outside the staff see no names of staff. */
  author: { kind: string; name: string | null };
}

const cursors = cursorOf('correspondence', instantAndId);

/** What was written to and fro about a request, oldest first, a page at a time. Reading it is logged. */
export async function readCorrespondence(
  services: Services,
  actor: Actor,
  id: string,
  { cursor, limit = 100 }: ShortListQuery = {},
): Promise<Result<{ items: MessageView[]; nextCursor: string | null }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const after = cursors.read(cursor);
  if (!after.ok) return after;
  const from = after.value && { at: new Date(after.value[0]), id: after.value[1] };
  const rows = await services.db.caseText.findMany({
    where: {
      requestId: id,
      field: { in: ['message', 'reply'] },
      status: 'effective',
      ...(from && { OR: [{ createdAt: { gt: from.at } }, { createdAt: from.at, id: { gt: from.id } }] }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const texts = rows.slice(0, limit);
  const authors = texts.map(({ author }) => author);
  const names = isStaff(actor) ? await namesOf(services, authors) : new Map<string, string>();
  await logAccess(services, actor, id, 'correspondence');
  const items = texts.map((text) => ({
    id: text.id,
    at: text.createdAt.toISOString(),
    from: whoWrote(row, text),
    body: openCaseText(services, row, text),
    author: { kind: text.author.split(':')[0] ?? 'system', name: names.get(text.author) ?? null },
  }));
  const last = items.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? cursors.write([last.at, last.id]) : null });
}
