import type { RegistrationStatus } from '../../domain/calls/registration-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { isStaff } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';

/** The recap of a call, for approved registrants of its series and staff; null for everybody else. */
export async function readRecap(
  services: Pick<Services, 'db' | 'vault'>,
  actor: Actor,
  callId: string,
): Promise<string | null> {
  const row = await services.db.call.findUnique({ where: { id: callId }, include: withKey });
  if (!row?.recapPublishedAt || !row.sealedRecap) return null;
  if (!isStaff(actor) && (await registrationOf(services, actor, row.seriesId)) !== 'approved') return null;
  return services.vault.open(row.dataKey, { table: 'call', rowId: row.id, field: 'recap' }, row.sealedRecap);
}

/** How somebody's own registration for a series stands; null: there is none. */
export async function registrationOf(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  seriesId: string,
): Promise<RegistrationStatus | null> {
  if (actor.kind !== 'person') return null;
  const row = await db.callRegistration.findUnique({
    where: { seriesId_personId: { seriesId, personId: actor.id } },
    select: { status: true },
  });
  return (row?.status as RegistrationStatus | undefined) ?? null;
}
