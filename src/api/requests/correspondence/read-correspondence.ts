import type { Services } from '../../../activities/ports.js';
import { type Actor, isStaff } from '../../../domain/people/actor.js';
import { ok, type Result } from '../../../domain/result.js';
import { openCaseText } from '../../../records/requests/case-text.js';
import { logAccess, namesOf } from '../read-request.js';
import { visibleRequest } from '../visible-request.js';
import { whoWrote } from './who-wrote.js';
import type { MessageWritten } from './write-message.js';

export interface MessageView extends MessageWritten {
  body: string;
  /** People outside the staff see no names of staff. */
  author: { kind: string; name: string | null };
}

/** What was written to and fro about a request, oldest first. Reading it is logged. */
export async function readCorrespondence(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<MessageView[]>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const texts = await services.db.caseText.findMany({
    where: { requestId: id, field: { in: ['message', 'reply'] }, status: 'effective' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const authors = texts.map(({ author }) => author);
  const names = isStaff(actor) ? await namesOf(services, authors) : new Map<string, string>();
  await logAccess(services, actor, id, 'correspondence');
  return ok(
    texts.map((text) => ({
      id: text.id,
      at: text.createdAt.toISOString(),
      from: whoWrote(row, text),
      body: openCaseText(services, row, text),
      author: { kind: text.author.split(':')[0] ?? 'system', name: names.get(text.author) ?? null },
    })),
  );
}
