import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { clashOf } from '../../domain/absences/clash.js';
import type { DaysAway } from '../../domain/absences/days.js';
import { mayStandIn } from '../../domain/absences/may-stand-in.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { activeColleagues, type Colleague } from '../people/colleagues.js';
import { dayOf } from './absence-row.js';

/** Somebody who may stand in, with the days ahead on which they are away themselves. */
export interface MayStandIn extends Colleague {
  awayOn: DaysAway[];
}

/**
 * Who may stand in for a colleague, by the rules that a time away is held to (`fits.ts`): of a role that may decide the same,
 * and, where the days are known (`days`, of the absence itself), there on all of them.
 */
export async function whoMayStandIn(
  services: Services,
  actor: Actor,
  { personId, days }: { personId: string; days?: DaysAway & { id: string } },
): Promise<Result<{ person: Colleague | null; standIns: MayStandIn[] }>> {
  const found = await activeColleagues(services, actor);
  if (!found.ok) return found;
  const person = found.value.find(({ id }) => id === personId) ?? null;
  const rows = await services.db.absence.findMany({
    where: { status: { in: [...LIVE_ABSENCES] } },
    orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
    select: { id: true, personId: true, standInId: true, firstDay: true, lastDay: true },
  });
  const absences = rows.map((row) => ({
    ...row,
    firstDay: dayOf(row.firstDay),
    lastDay: dayOf(row.lastDay),
  }));
  const isThere = (standInId: string) =>
    !days || clashOf({ ...days, personId, standInId }, absences)?.reason !== 'stand-in-away';
  const standIns = found.value
    .filter(({ id, role }) => id !== personId && (!person || mayStandIn(role, person.role)) && isThere(id))
    .map((one) => ({ ...one, awayOn: absences.filter((absence) => absence.personId === one.id) }));
  return ok({ person, standIns });
}
