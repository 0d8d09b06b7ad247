import type { Call } from '../../adapters/database/generated/client.js';
import type { CallEvent, CallState } from '../../domain/calls/call-state.js';
import type { CallTimes } from '../../domain/calls/occurrence.js';
import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import type { WithKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import { contentHash } from '../process-events.js';
import { callFields, sql } from '../sql.js';

export type CallRow = WithKey<Call>;

/** Locks a call for the rest of the transaction: questions and the cut-off go one after another. */
export async function lockCall(tx: Transaction, id: string): Promise<CallRow | null> {
  const [row] = await lockRows<CallRow>(tx)`SELECT ${callFields} FROM call c WHERE id = ${id} FOR UPDATE`;
  return row ?? null;
}

/** The same, and the calendar stays as it is: for whoever writes dates computed from it. */
export function lockCallAndCalendar(tx: Transaction, id: string): Promise<CallRow | null> {
  return lockRowAndCalendar(tx, sql`SELECT ${callFields} FROM call c WHERE id = ${id}`);
}

/** Staff have entered a link, or there is a meeting: one can get in. */
export function hasJoinLink(row: Pick<CallRow, 'sealedJoinLink' | 'zoomMeetingId'>): boolean {
  return row.sealedJoinLink !== null || row.zoomMeetingId !== null;
}

/** Nobody can get in, and no trouble with its meeting tells staff so already. */
export function lacksJoinLink(
  row: Pick<CallRow, 'sealedJoinLink' | 'zoomMeetingId' | 'meetingProblem'>,
): boolean {
  return !hasJoinLink(row) && row.meetingProblem === null;
}

/** The points in time of a call as its row has them. */
export function callTimes(times: CallTimes) {
  return {
    startsAt: new Date(times.startsAt),
    endsAt: new Date(times.endsAt),
    windowOpensAt: new Date(times.windowOpensAt),
    questionsCloseAt: new Date(times.questionsCloseAt),
    selectUntil: new Date(times.selectUntil),
    reminderAt: new Date(times.reminderAt),
    flagAt: new Date(times.flagAt),
  };
}

/** What depends on the calendar may differ between two tries and doesn't count. */
export function callEventHash(event: CallEvent, state: CallState): string {
  const { next: _next, dayOff: _dayOff, flagged: _flagged, ...decided } = state;
  return contentHash(event, decided);
}
