import { because } from '../../result.js';
import { LIVE_STATUSES } from '../call-statuses.js';
import type { CallTimes } from '../occurrence.js';
import { onCall } from './sheet.js';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Times as `reschedule` (move.ts) computed them. */
export const reschedule = onCall<{ kind: 'reschedule'; times: CallTimes }>({
  allowedIn: LIVE_STATUSES,
  // A move that fits whenever any does.
  mildest: ({ times }) => ({ kind: 'reschedule', times: aWeekLater(times) }),
  refuse(state, { times }, at) {
    if (at >= state.times.endsAt) return because('call-over');
    if (times.startsAt <= at) return because('time-is-past');
    if (times.startsAt === state.times.startsAt) return because('same-time');
    const { windowOpensAt, questionsCloseAt, selectUntil, startsAt, endsAt } = times;
    const inOrder = questionsCloseAt <= selectUntil && selectUntil <= startsAt && startsAt < endsAt;
    const keepsWord =
      windowOpensAt <= state.times.windowOpensAt &&
      (questionsCloseAt >= state.times.questionsCloseAt || questionsCloseAt === startsAt);
    return inOrder && keepsWord ? null : because('times-do-not-fit');
  },
  /** A cut-off that lies ahead again takes questions again; whoever was told of the day off is told anew. */
  carryOut(state, { times }, at) {
    const closed = state.status === 'questions-closed' || state.status === 'confirmed';
    const reopened = closed && at < times.questionsCloseAt;
    const otherDay = times.date !== state.times.date;
    return {
      type: 'rescheduled',
      change: {
        times,
        movedAt: at,
        ...(otherDay ? { dayOff: null, flagged: false, staffConfirmed: false } : {}),
        ...(reopened ? { status: 'open' as const, selectedAt: null } : {}),
      },
      data: { times, startedAt: state.times.startsAt, ...(reopened ? { reopened } : {}) },
    };
  },
});

function aWeekLater(times: CallTimes): CallTimes {
  const later = (at: string) => new Date(Date.parse(at) + WEEK_MS).toISOString();
  return {
    ...times,
    startsAt: later(times.startsAt),
    endsAt: later(times.endsAt),
    questionsCloseAt: later(times.questionsCloseAt),
    selectUntil: later(times.selectUntil),
  };
}
