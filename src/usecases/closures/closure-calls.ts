import type { CallState } from '../../domain/calls/call-state.js';
import { LIVE_STATUSES } from '../../domain/calls/call-statuses.js';
import { cancelsItselfAt } from '../../domain/calls/cancels-itself.js';
import { dayOffOn } from '../../domain/calls/day-off.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { DaySpan } from '../../domain/time/day-span.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { ClosureChange } from './closure.schema.js';
import { closureEntryFrom, spanOf } from './closure-entry.js';

export interface CallOnDay {
  id: string;
  startsAt: Date;
  state: CallState | null;
}

interface Days {
  span: DaySpan;
  /** As it is after the change. */
  calendar: BusinessCalendar;
  at: Date;
}

/** Calls still to come on these days: those that may take place, and those that a day off has cancelled already. */
export async function callsOn(
  tx: Pick<Transaction, 'call'>,
  { span, calendar, at }: Days,
): Promise<{ live: CallOnDay[]; cancelled: CallOnDay[] }> {
  const midnight = (day: IsoDate) => new Date(calendar.at(day, '00:00'));
  const rows = await tx.call.findMany({
    where: {
      OR: [{ status: { in: LIVE_STATUSES } }, { status: 'cancelled', cancelReason: 'day-off' }],
      startsAt: { gte: midnight(span.from), lt: midnight(addDays(span.until, 1)), gt: at },
    },
    select: { id: true, startsAt: true, status: true, processState: true },
    orderBy: { startsAt: 'asc' },
  });
  const on = (cancelled: boolean) =>
    rows
      .filter(({ status }) => (status === 'cancelled') === cancelled)
      .map(({ processState, ...call }) => ({ ...call, state: processState as CallState | null }));
  return { live: on(false), cancelled: on(true) };
}

/** Those that stay cancelled if the closure that begins on a day is removed now. Refuses `forbidden`. */
export async function cancelledCallsOn(
  services: Services,
  actor: Actor,
  date: IsoDate,
): Promise<Result<ClosureChange['cancelledCalls']>> {
  const refused = refuseUnless(actor, 'closures.read');
  if (refused) return refused;
  const entry = await closureEntryFrom(services.db, date);
  const span = entry ? spanOf(entry) : { from: date, until: date };
  const days = { span, calendar: await loadCalendar(services.db, services), at: services.clock.now() };
  return ok(fateOf(await callsOn(services.db, days), days).cancelledCalls);
}

/** What becomes of them, as the answer says it; a call that staff have confirmed takes place whatever day it is. */
export function fateOf(
  { live, cancelled }: { live: CallOnDay[]; cancelled: CallOnDay[] },
  days: Days,
): Pick<ClosureChange, 'calls' | 'cancelledCalls'> {
  const told = ({ id, startsAt }: CallOnDay) => ({ id, startsAt: startsAt.toISOString() });
  return {
    calls: live
      .filter(({ state }) => !state?.staffConfirmed)
      .map((call) => ({ ...told(call), cancelsAt: call.state && cancelsAt(call, call.state, days) })),
    cancelledCalls: cancelled.map(told),
  };
}

function cancelsAt({ startsAt }: CallOnDay, state: CallState, { calendar, at }: Days): string | null {
  const dayOff = dayOffOn(calendar, calendar.dateOf(startsAt.toISOString()));
  const since = state.dayOff?.since ?? at.toISOString();
  return cancelsItselfAt({ ...state, dayOff: dayOff && { kind: dayOff.kind, since } });
}
