import type { Actor } from '../../domain/people/actor.js';
import { actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { PrecedentEventType } from '../../domain/precedents/decide-precedent.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { namesOf } from '../requests/read-request.js';
import { FOR_EVERYBODY, precedentRow, readableBy, viewOf } from './precedent-row.js';
import type { PrecedentsQuery, PrecedentView } from './precedent-view.schema.js';

const cursors = cursorOf('precedents', instantAndId);

/** One precedent. To everybody but staff, only a published public one is there. Refuses `not-found`. */
export async function readPrecedent(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<PrecedentView>> {
  const row = await precedentRow(services.db, actor, id);
  return row.ok ? ok(viewOf(services, actor, row.value)) : row;
}

/** Precedents, changed last first, a page at a time: staff find all, others the published public ones. */
export async function listPrecedents(
  services: Services,
  actor: Actor,
  { q, topic, status, cursor, limit = 50 }: PrecedentsQuery,
  { everybody = false }: { everybody?: boolean } = {},
): Promise<Result<{ items: PrecedentView[]; nextCursor: string | null }>> {
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const found = q === undefined ? null : await idsWith(services, q);
  const rows = await services.db.precedent.findMany({
    where: {
      AND: [
        everybody ? FOR_EVERYBODY : readableBy(actor),
        ...(found ? [{ id: { in: found } }] : []),
        ...(status ? [{ status }] : []),
        ...(topic ? [{ topics: { has: topic } }] : []),
        ...(after
          ? [{ OR: [{ changedAt: { lt: after[0] } }, { changedAt: after[0], id: { lt: after[1] } }] }]
          : []),
      ],
    },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map((row) => viewOf(services, actor, row)),
    nextCursor: rows.length > limit && last ? cursors.write([last.changedAt.toISOString(), last.id]) : null,
  });
}

const MOST_SUGGESTED = 6;

/** Answers for everybody on one of these topics, those for this kind of request first, then the latest; none past its day. */
export async function answersOn(
  services: Services,
  { topics, kind }: { topics: readonly string[]; kind: string | undefined },
): Promise<{ id: string; question: string }[]> {
  if (topics.length === 0) return [];
  const rows = await services.db.precedent.findMany({
    where: {
      ...FOR_EVERYBODY,
      topics: { hasSome: [...topics] },
      reviewBy: { gte: dayOf(todayOf(services)) },
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, question: true, kind: true },
  });
  return rows
    .sort((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
    .slice(0, MOST_SUGGESTED)
    .map(({ id, question }) => ({ id, question }));
}

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** PostgreSQL's own search of words, by an index of what it makes of them. */
async function idsWith({ db }: Services, q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM precedent
    WHERE to_tsvector('english', question || ' ' || answer) @@ websearch_to_tsquery('english', ${q})
    LIMIT 1000`;
  return rows.map(({ id }) => id);
}

/** What waits for a member of staff: wording of others to review, and their own whose day is past. */
export async function precedentsWaiting(
  services: Services,
  actor: Actor,
): Promise<Result<{ toReview: number; outdated: number }>> {
  const refused = refuseUnless(actor, 'precedents.read');
  if (refused) return refused;
  const [toReview, outdated] = await Promise.all([
    may(actor, 'precedents.write')
      ? services.db.precedent.count({
          where: { status: 'awaiting-review', author: { not: actorRef(actor) } },
        })
      : 0,
    actor.kind === 'user'
      ? services.db.precedent.count({
          where: {
            status: 'published',
            ownerId: actor.id,
            reviewBy: { lt: dayOf(todayOf(services)) },
          },
        })
      : 0,
  ]);
  return ok({ toReview, outdated });
}

export interface PrecedentPast {
  type: PrecedentEventType;
  at: string;
  name: string | null;
  question: string;
  answer: string;
}

/** What became of it, newest first, with its wording of each time. For staff. */
export async function precedentPast(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<PrecedentPast[]>> {
  const refused = refuseUnless(actor, 'precedents.read');
  if (refused) return refused;
  const row = await precedentRow(services.db, actor, id);
  if (!row.ok) return row;
  const rows = await services.db.precedentEvent.findMany({
    where: { precedentId: id },
    orderBy: { seq: 'desc' },
    take: 200,
  });
  const names = await namesOf(
    services,
    rows.map(({ actor: ref }) => ref),
  );
  return ok(
    rows.map((event) => ({
      type: event.type as PrecedentEventType,
      at: event.at.toISOString(),
      name: names.get(event.actor) ?? null,
      question: event.question,
      answer: event.answer,
    })),
  );
}
