import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { CompletionView } from '../../domain/training/completion.schema.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { COMPLETED_BY, completionView } from './completion-view.js';
import type { CompletionsQuery } from './completions-query.schema.js';
import { SETTLED, UNSETTLED } from './doubtful-completions.js';

const cursors = cursorOf('completions', instantAndId);

/** Completions in the order in which they were recorded, a page at a time. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listCompletions(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { awaitsDecision, cursor, limit = 50 }: CompletionsQuery,
): Promise<Result<{ items: CompletionView[]; nextCursor: string | null }>> {
  if (!may(actor, 'completions.record')) return refuse('role-records-no-completions');
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const where: Prisma.CompletionWhereInput[] = [
    ...(awaitsDecision === undefined ? [] : [awaitsDecision === 'true' ? UNSETTLED : SETTLED]),
    ...(after
      ? [{ OR: [{ recordedAt: { gt: after[0] } }, { recordedAt: after[0], id: { gt: after[1] } }] }]
      : []),
  ];
  const rows = await db.completion.findMany({
    where: { AND: where },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    include: COMPLETED_BY,
  });
  const items = rows.slice(0, limit).map((row) => completionView(row));
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.recordedAt, last.id]) : null,
  });
}
