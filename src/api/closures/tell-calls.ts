import type { Transaction } from '../../activities/ports.js';
import { LIVE_STATUSES } from '../../domain/calls/call-statuses.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { IsoDate } from '../../domain/time/instant.js';
import { enqueueSignal } from '../../records/outbox/enqueue.js';
import type { ClosureChange } from './closure.schema.js';

interface CallOnDay {
  id: string;
  startsAt: Date;
  staffConfirmed: boolean;
}

/** Calls still to come on a day. */
export async function callsOn(
  tx: Transaction,
  { date, calendar, at }: { date: IsoDate; calendar: BusinessCalendar; at: Date },
): Promise<CallOnDay[]> {
  const midnight = (day: IsoDate) => new Date(calendar.at(day, '00:00'));
  return tx.call.findMany({
    where: {
      status: { in: LIVE_STATUSES },
      startsAt: { gte: midnight(date), lt: midnight(addDays(date, 1)), gt: at },
    },
    select: { id: true, startsAt: true, staffConfirmed: true },
    orderBy: { startsAt: 'asc' },
  });
}

/** Those that the closure cancels: staff have not confirmed that they take place whatever day it is. */
export function cancelledBy(calls: CallOnDay[]): ClosureChange['calls'] {
  return calls
    .filter(({ staffConfirmed }) => !staffConfirmed)
    .map(({ id, startsAt }) => ({ id, startsAt: startsAt.toISOString() }));
}

export async function tellCalls(
  tx: Transaction,
  toKick: (workflowId: string | null) => void,
  { calls, changeId, at }: { calls: CallOnDay[]; changeId: string; at: Date },
): Promise<void> {
  for (const { id } of calls) {
    const workflowId = callWorkflowId(id);
    const fact = { v: 1, kind: 'calendar-changed', changeId, at: at.toISOString() };
    await enqueueSignal(tx, { workflowId, name: 'callFact', input: fact, at });
    toKick(workflowId);
  }
}
