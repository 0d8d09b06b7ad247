import { type Cover, LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import type { Given } from '../../domain/absences/taker-of.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Database, Transaction } from '../../ports/database.js';
import { dayOf } from './absence-row.js';

/** That somebody is away, as colleagues are told: until when, and who stands in; and what decides who gets their work. */
export interface Away extends NonNullable<Given['away']> {
  /** Null: nobody does any more, or whoever does may not sign in. */
  standIn: { id: string; name: string; email: string } | null;
}

/** What wakes a process late makes nobody stay away: the instants decide, not how far its process is. */
export const awayAt = (at: Date) => ({
  status: { in: [...LIVE_ABSENCES] },
  beginsAt: { lte: at },
  returnsAt: { gt: at },
});

/** Who is away at an instant, by staff id. */
export async function awayNow(
  db: Pick<Database | Transaction, 'absence'>,
  at: Date,
  staffIds?: readonly string[],
): Promise<Map<string, Away>> {
  const rows = await db.absence.findMany({
    where: { ...awayAt(at), ...(staffIds ? { personId: { in: [...staffIds] } } : {}) },
    select: {
      personId: true,
      lastDay: true,
      returnsAt: true,
      work: true,
      standIn: { select: { id: true, name: true, email: true, active: true } },
    },
  });
  return new Map(
    rows.map(({ personId, lastDay, returnsAt, work, standIn }) => [
      personId,
      {
        until: dayOf(lastDay),
        returnsAt: returnsAt.toISOString(),
        work: work as Cover,
        standIn: standIn?.active ? { id: standIn.id, name: standIn.name, email: standIn.email } : null,
      },
    ]),
  );
}

/** Whom somebody stands in for at an instant. */
export async function standsInFor(
  db: Pick<Database | Transaction, 'absence'>,
  staffId: string,
  at: Date,
): Promise<{ id: string; name: string; email: string; role: string; until: IsoDate }[]> {
  const rows = await db.absence.findMany({
    where: { ...awayAt(at), standInId: staffId, person: { active: true } },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
    select: { lastDay: true, person: { select: { id: true, name: true, email: true, role: true } } },
  });
  return rows.map(({ lastDay, person }) => ({ ...person, until: dayOf(lastDay) }));
}
