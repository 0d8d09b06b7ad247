import type { Prisma } from '../../adapters/database/generated/client.js';
import { type IntroductionStatus, LIVE_INTRODUCTIONS } from '../../domain/mentors/introduction-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { hiddenFrom } from '../walls/hidden-from.js';
import type { IntroductionsQuery, ListedIntroduction } from './introduction-view.schema.js';

const cursors = cursorOf('introductions', instantAndId);

/** Introductions, latest first, a page at a time: no words of them. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listIntroductions(
  services: Services,
  actor: Actor,
  { requestId, mentorId, personId, state, cursor, limit = 50 }: IntroductionsQuery,
): Promise<Result<{ items: ListedIntroduction[]; nextCursor: string | null }>> {
  const refused = refuseUnless(actor, 'mentors.keep');
  if (refused) return refused;
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const hidden = hiddenFrom(actor);
  const where: Prisma.IntroductionWhereInput[] = [
    ...(hidden.length > 0
      ? [{ NOT: { AND: [{ requestId: { not: null } }, { requestId: { in: [...hidden] } }] } }]
      : []),
    ...(requestId === undefined ? [] : [{ requestId }]),
    ...(mentorId === undefined ? [] : [{ mentorId }]),
    ...(personId === undefined ? [] : [{ OR: [{ requesterId: personId }, { mentor: { personId } }] }]),
    ...(state === undefined
      ? []
      : [{ status: state === 'live' ? { in: LIVE_INTRODUCTIONS } : { notIn: LIVE_INTRODUCTIONS } }]),
    ...(after
      ? [{ OR: [{ proposedAt: { lt: after[0] } }, { proposedAt: after[0], id: { lt: after[1] } }] }]
      : []),
  ];
  const rows = await services.db.introduction.findMany({
    where: { AND: where },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: {
      requester: { select: { name: true } },
      request: { select: { id: true, reference: true } },
      mentor: { select: { person: { select: { name: true } } } },
    },
  });
  const items = rows.slice(0, limit).map(
    (row): ListedIntroduction => ({
      id: row.id,
      status: row.status as IntroductionStatus,
      topic: row.topic,
      request: row.request,
      requesterName: row.requester.name,
      mentorName: row.mentor.person.name,
      mentorId: row.mentorId,
      proposedAt: row.proposedAt.toISOString(),
      answerBy: row.answerBy?.toISOString() ?? null,
      introducedAt: row.introducedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
    }),
  );
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.proposedAt, last.id]) : null,
  });
}
