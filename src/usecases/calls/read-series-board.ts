import { LIVE_STATUSES } from '../../domain/calls/call-statuses.js';
import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { CallRow } from './call-row.js';

export interface SeriesBoard {
  paused: boolean;
  /** As a date. */
  plannedUntil: string | null;
  /** Coming ones, and those that are over but still want something; the first come first. */
  calls: (CallRow & { asked: number })[];
  /** Registrations. */
  waiting: number;
  approved: number;
}

/** How a series stands; of its first `most` calls also how many asked. */
export async function readSeriesBoard(
  services: Services,
  actor: Actor,
  seriesId: string,
  { most }: { most: number },
): Promise<Result<SeriesBoard>> {
  const refused = refuseUnless(actor, 'calls.decide');
  if (refused) return refused;
  const { db } = services;
  const [row, calls, waiting, approved] = await Promise.all([
    db.callSeries.findUnique({ where: { id: seriesId } }),
    db.call.findMany({
      where: {
        seriesId,
        OR: [
          { status: { in: LIVE_STATUSES } },
          { status: 'held', attendanceKnownAt: null },
          { status: 'cancelled', startsAt: { gt: services.clock.now() } },
        ],
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      include: withKey,
    }),
    db.callRegistration.count({ where: { seriesId, status: 'pending' } }),
    db.callRegistration.count({ where: { seriesId, status: 'approved' } }),
  ]);
  const counts = await db.callQuestion.groupBy({
    by: ['callId'],
    where: {
      callId: { in: calls.slice(0, most).map(({ id }) => id) },
      status: { in: PLACE_TAKING_STATUSES },
    },
    _count: true,
  });
  const asked = new Map(counts.map(({ callId, _count }) => [callId, _count]));
  return ok({
    paused: row?.paused ?? false,
    plannedUntil: row?.plannedUntil?.toISOString().slice(0, 10) ?? null,
    calls: calls.map((call) => ({ ...call, asked: asked.get(call.id) ?? 0 })),
    waiting,
    approved,
  });
}
