import { type Grounds, LIVE_REVIEWS, type ReviewStatus } from '../../domain/conduct/review-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { lastDayOf } from './read-review.js';
import type { ListedReview, ReviewsQuery } from './review-view.schema.js';

const cursors = cursorOf('conduct-reviews', instantAndId);

/** Conduct reviews, latest first, a page at a time: no words of them. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listReviews(
  services: Services,
  actor: Actor,
  { personId, state, cursor, limit = 50 }: ReviewsQuery,
): Promise<Result<{ items: ListedReview[]; nextCursor: string | null }>> {
  const refused = refuseUnless(actor, 'conduct.review');
  if (refused) return refused;
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const rows = await services.db.conductReview.findMany({
    where: {
      ...(personId === undefined ? {} : { personId }),
      ...(state === undefined
        ? {}
        : { status: state === 'live' ? { in: LIVE_REVIEWS } : { notIn: LIVE_REVIEWS } }),
      ...(after
        ? { OR: [{ openedAt: { lt: after[0] } }, { openedAt: after[0], id: { lt: after[1] } }] }
        : {}),
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { person: { select: { name: true } } },
  });
  const items = rows.slice(0, limit).map(
    (row): ListedReview => ({
      id: row.id,
      personId: row.personId,
      name: row.person.name,
      grounds: row.grounds as Grounds,
      status: row.status as ReviewStatus,
      openedAt: row.openedAt.toISOString(),
      until: row.endsAt && lastDayOf(services, row.endsAt),
      decideBy: row.decideBy?.toISOString() ?? null,
    }),
  );
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.openedAt, last.id]) : null,
  });
}

/** Notices that somebody signed in was given, latest first: how many there are is theirs alone to know. */
export async function ownNotices(
  services: Pick<Services, 'db'>,
  actor: Actor,
): Promise<{ id: string; status: ReviewStatus; notifiedAt: string }[]> {
  if (actor.kind !== 'person') return [];
  const rows = await services.db.conductReview.findMany({
    where: { personId: actor.id, notifiedAt: { not: null } },
    orderBy: { notifiedAt: 'desc' },
    take: 20,
    select: { id: true, status: true, notifiedAt: true },
  });
  return rows.map(({ id, status, notifiedAt }) => ({
    id,
    status: status as ReviewStatus,
    notifiedAt: notifiedAt?.toISOString() ?? '',
  }));
}
