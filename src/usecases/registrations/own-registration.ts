import type { CallRegistration } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';

/** How somebody registered for a series; null: they did not. */
export async function ownRegistration(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  seriesId: string,
): Promise<CallRegistration | null> {
  if (actor.kind !== 'person') return null;
  return db.callRegistration.findUnique({
    where: { seriesId_personId: { seriesId, personId: actor.id } },
  });
}

/** Other series somebody is in already, whose registration a change made for this one may put back. */
export async function otherSeriesOf(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  seriesId: string,
): Promise<string[]> {
  if (actor.kind !== 'person') return [];
  const rows = await db.callRegistration.findMany({
    where: { personId: actor.id, seriesId: { not: seriesId }, status: 'approved' },
    orderBy: { seriesId: 'asc' },
    select: { seriesId: true },
  });
  return rows.map((row) => row.seriesId);
}
