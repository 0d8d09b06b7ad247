import type { Actor } from '../../domain/people/actor.js';
import { breakdown, type Cell } from '../../domain/reports/breakdown.js';
import { ok, type Result } from '../../domain/result.js';
import { createZone } from '../../domain/time/zone.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

export interface Received {
  /** Since the first of this month, in the program's zone. */
  thisMonth: number;
  /** Whether anything was answered in the period: "none" and "too few to say" are different news. */
  anyAnswered: boolean;
  byState: Cell[];
  byTopic: Cell[];
}

/** Key of those who said none; a request made of a call’s question has no state. */
export const UNSAID = '';

type Group = { key: string; count: number };

/** Requests received this month, and over the last `days` by the requester's state and by topic. */
export async function received(services: Services, actor: Actor, days: number): Promise<Result<Received>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const { db, clock, programs } = services;
  const now = clock.now();
  const zone = createZone(programs.current().program.zone);
  const first = `${zone.dateOf(now.toISOString()).slice(0, 7)}-01`;
  const since = new Date(now.getTime() - days * 86_400_000);
  const [thisMonth, answered, states, topics] = await Promise.all([
    db.taRequest.count({ where: { receivedAt: { gte: new Date(zone.at(first, '00:00')), lte: now } } }),
    db.taRequest.findFirst({ where: { respondedAt: { gte: since, lte: now } }, select: { id: true } }),
    db.$queryRaw<Group[]>`
      SELECT coalesce(requester_state, ${UNSAID}) AS key, count(*)::int AS count FROM ta_request
      WHERE received_at BETWEEN ${since} AND ${now} GROUP BY 1 ORDER BY 1`,
    db.$queryRaw<Group[]>`
      SELECT coalesce(topic, ${UNSAID}) AS key, count(*)::int AS count
      FROM ta_request LEFT JOIN LATERAL unnest(topics) AS topic ON true
      WHERE received_at BETWEEN ${since} AND ${now} GROUP BY 1 ORDER BY 1`,
  ]);
  return ok({
    thisMonth,
    anyAnswered: answered !== null,
    byState: breakdown(states),
    byTopic: breakdown(topics),
  });
}
