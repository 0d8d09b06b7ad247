import type { Services } from '../../../activities/ports.js';
import type { Actor } from '../../../domain/people/actor.js';
import { isStaff } from '../../../domain/people/actor.js';

/** The recap of a call, for approved registrants of its series and staff; null for everybody else. */
export async function readRecap(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  actor: Actor,
  callId: string,
): Promise<string | null> {
  const row = await db.call.findUnique({ where: { id: callId } });
  if (!row?.recapPublishedAt || !row.sealedRecap) return null;
  if (!isStaff(actor) && !(await isRegistered(db, actor, row.seriesId))) return null;
  return vault.open(row.dataKey, { table: 'call', rowId: row.id, field: 'recap' }, row.sealedRecap);
}

async function isRegistered(db: Services['db'], actor: Actor, seriesId: string): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const row = await db.callRegistration.findUnique({
    where: { seriesId_personId: { seriesId, personId: actor.id } },
    select: { status: true },
  });
  return row?.status === 'approved';
}
