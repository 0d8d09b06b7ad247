import type { CallStatus } from '../../domain/calls/call-statuses.js';
import type { Occurrence } from '../../domain/calls/occurrence.js';
import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { CallTopic } from '../../domain/program/call-series.schema.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import type { CallRow } from './call-row.js';
import type { CallView } from './call-view.schema.js';
import { seriesRule } from './load-series.js';

/** Calls with their questions counted. Which are selected is said to those who may know. */
export async function callViews(
  services: Services,
  tx: Transaction,
  actor: Actor,
  rows: readonly CallRow[],
): Promise<CallView[]> {
  const ids = rows.map(({ id }) => id);
  const counts = await tx.callQuestion.groupBy({
    by: ['callId'],
    where: { callId: { in: ids }, status: { in: PLACE_TAKING_STATUSES } },
    _count: true,
  });
  const counted = new Map(counts.map((row) => [row.callId, row._count]));
  const all = may(actor, 'calls.questions');
  const own = actor.kind === 'person' ? actor.id : null;
  const selected =
    all || own
      ? await tx.callQuestion.findMany({
          where: { callId: { in: ids }, status: 'selected', ...(all || !own ? {} : { personId: own }) },
          orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
          select: { id: true, callId: true },
        })
      : [];
  return rows.map((row) => ({
    id: row.id,
    series: row.seriesId,
    title: titleOf(services, row.seriesId),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    topic: row.topic as CallTopic,
    status: row.status as CallStatus,
    windowOpensAt: row.windowOpensAt.toISOString(),
    questionsCloseAt: row.questionsCloseAt.toISOString(),
    questionCount: counted.get(row.id) ?? 0,
    selected: selected.filter(({ callId }) => callId === row.id).map(({ id }) => id),
    cancelReason: row.cancelReason,
    publicReason: row.publicReason as CallView['publicReason'],
    dayOff: row.dayOff,
    version: row.version,
    links: linksOf(row.id),
  }));
}

/** A call that the rule foresees and no process plans yet. */
export function foreseenView(services: Services, occurrence: Occurrence): CallView {
  return {
    id: occurrence.id,
    series: occurrence.series,
    title: titleOf(services, occurrence.series),
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    topic: occurrence.topic,
    status: 'planned',
    windowOpensAt: occurrence.windowOpensAt,
    questionsCloseAt: occurrence.questionsCloseAt,
    questionCount: 0,
    selected: [],
    cancelReason: null,
    publicReason: null,
    dayOff: occurrence.dayOff?.name ?? null,
    version: 0,
    links: linksOf(occurrence.id),
  };
}

function titleOf(services: Services, series: string): string {
  return seriesRule(services, series)?.title ?? series;
}

function linksOf(id: string) {
  return { self: `/api/v1/calls/${id}`, calendar: `/api/v1/calls/${id}/calendar.ics` };
}
