import { REFUSING_STATUSES } from '../../domain/conduct/review-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { type Refusal, refuse } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { joined, type Sql, sql } from '../sql.js';

/** Whether a person is refused assistance, for a statement that reads more. One that has ended counts no more, though
 * nobody has recorded its end yet. */
export const isRefusedNow = (personId: string | Sql, at: Date): Sql =>
  sql`EXISTS (SELECT FROM conduct_review WHERE person_id = ${personId}::uuid
    AND status IN (${joined([...REFUSING_STATUSES])}) AND ends_at > ${at})`;

export async function isRefused(tx: Transaction, personId: string, at: Date): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ refused: boolean }]>`SELECT ${isRefusedNow(personId, at)} AS refused`;
  return found.refused;
}

/** The same of whoever an address belongs to. */
export async function isRefusedAddress(
  tx: Pick<Transaction, '$queryRaw'>,
  email: string,
  at: Date,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ refused: boolean }]>`
    SELECT EXISTS (SELECT FROM conduct_review r JOIN person_email e ON e.person_id = r.person_id
      WHERE e.email = ${email} AND r.status IN (${joined([...REFUSING_STATUSES])}) AND r.ends_at > ${at}) AS refused`;
  return found.refused;
}

/** They alone are told what it is; whoever sends for them, that it isn't taken. `actor`: its reference. */
export function refusedTo(actor: string, personId: string): Refusal {
  return refuse(actor === `person:${personId}` ? 'assistance-refused' : 'not-taken-for-them');
}

/** What keeps somebody signed in from asking, so that they learn it before they fill in anything; null: nothing. */
export async function ownRefusal(
  services: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
): Promise<{ id: string; endsAt: Instant } | null> {
  if (actor.kind !== 'person') return null;
  const found = await services.db.conductReview.findFirst({
    where: { personId: actor.id, status: { in: REFUSING_STATUSES }, endsAt: { gt: services.clock.now() } },
    orderBy: { endsAt: 'desc' },
    select: { id: true, endsAt: true },
  });
  return found?.endsAt ? { id: found.id, endsAt: found.endsAt.toISOString() } : null;
}
