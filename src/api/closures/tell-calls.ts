import type { Transaction } from '../../activities/ports.js';
import { LIVE_STATUSES } from '../../domain/calls/call-statuses.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { IsoDate } from '../../domain/time/instant.js';
import { enqueueSignal } from '../../records/outbox/enqueue.js';
import type { ClosureChange } from './closure.schema.js';

/** Questions of a call are handed over some business days after it. */
const HANDED_OVER_WITHIN_DAYS = 21;

interface TouchedCall {
  id: string;
  startsAt: string;
  /** It falls on the day itself. */
  onTheDay: boolean;
}

/** Calls that fall on the day, and those whose questions it may hand over later. */
export async function callsAround(
  tx: Transaction,
  { date, calendar }: { date: IsoDate; calendar: BusinessCalendar },
): Promise<TouchedCall[]> {
  const midnight = (day: IsoDate) => new Date(calendar.at(day, '00:00'));
  const day = midnight(date);
  const rows = await tx.call.findMany({
    where: {
      status: { in: [...LIVE_STATUSES, 'held'] },
      startsAt: { gte: midnight(addDays(date, -HANDED_OVER_WITHIN_DAYS)), lt: midnight(addDays(date, 1)) },
    },
    select: { id: true, startsAt: true },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ id, startsAt }) => ({
    id,
    startsAt: startsAt.toISOString(),
    onTheDay: startsAt >= day,
  }));
}

export async function tellCalls(
  tx: Transaction,
  toKick: (workflowId: string | null) => void,
  { calls, changeId, at }: { calls: TouchedCall[]; changeId: string; at: Date },
): Promise<void> {
  for (const { id } of calls) {
    const workflowId = callWorkflowId(id);
    const fact = { v: 1, kind: 'calendar-changed', changeId, at: at.toISOString() };
    await enqueueSignal(tx, { workflowId, name: 'callFact', input: fact, at });
    toKick(workflowId);
  }
}

/** What the answer names: the calls of that very day. */
export function callsOn(calls: TouchedCall[]): ClosureChange['calls'] {
  return calls.flatMap(({ id, startsAt, onTheDay }) => (onTheDay ? [{ id, startsAt }] : []));
}
