import { callAllowance } from '../../../../domain/calls/call-allowance.js';
import type { CallState } from '../../../../domain/calls/call-state.js';
import { isLive } from '../../../../domain/calls/call-status.js';
import type { CallTimes } from '../../../../domain/calls/occurrence.js';
import type { CallPageKind } from '../../../text/staff-calls/decide-call.js';
import type { StaffCall } from './load-call.js';

/** Which decisions the pages offer now: the same table and function the process itself asks. */
export function allowedOnCall({
  row,
  state,
  now,
  status,
}: Pick<StaffCall, 'row' | 'state' | 'now' | 'status'>) {
  const may = (kind: 'confirm' | 'cancel' | 'publish-recap' | 'mark-attendance') =>
    state !== null && callAllowance(state, { command: { kind }, commandId: '' }, now) === null;
  const select =
    state !== null &&
    callAllowance(state, { command: { kind: 'select', count: 0 }, commandId: '' }, now) === null;
  const pages: Record<CallPageKind, boolean> = {
    // Only a day off, or its eve, asks for a word of staff.
    confirm: may('confirm') && (row.dayOff !== null || state?.flagged === true),
    move:
      state !== null &&
      callAllowance(
        state,
        { command: { kind: 'reschedule', times: aWeekLater(state) }, commandId: '' },
        now,
      ) === null,
    cancel: may('cancel'),
    recap: may('publish-recap'),
    link: isLive(status),
  };
  return { pages, select, attendance: may('mark-attendance') };
}

/** A move that fits whenever any does. */
function aWeekLater({ times }: CallState): CallTimes {
  const later = (at: string) => new Date(Date.parse(at) + 7 * 24 * 60 * 60_000).toISOString();
  return {
    ...times,
    startsAt: later(times.startsAt),
    endsAt: later(times.endsAt),
    questionsCloseAt: later(times.questionsCloseAt),
    selectUntil: later(times.selectUntil),
  };
}
