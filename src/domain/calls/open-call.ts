import type { CallSeries } from '../program/call-series.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import type { CallEvent, CallState } from './call-state.js';
import type { CallTimes, Occurrence } from './occurrence.js';
import { type CallPlan, planCall, withCallPlan } from './plan-call.js';
import { topicRuleOf } from './recurrence.js';

/** The call as planned: its first state, its event number 0, and what is due next. Pure. */
export function openCall(input: {
  occurrence: Occurrence;
  series: CallSeries;
  calendar: BusinessCalendar;
  at: Instant;
  actor?: string;
}): { state: CallState; event: CallEvent; plan: CallPlan } {
  const { occurrence, series, calendar, at, actor = 'system' } = input;
  const rule = topicRuleOf(series, occurrence.topic);
  if (!rule) throw new RangeError('a call with a topic its series does not have');
  const state: CallState = {
    v: 1,
    callId: occurrence.id,
    seriesId: series.id,
    topic: occurrence.topic,
    status: 'planned',
    seq: 0,
    times: timesOf(occurrence),
    rules: {
      maxQuestions: rule.maxQuestions,
      cancelWithoutQuestions: rule.cancelWithoutQuestions,
      convertAfterBusinessDays: series.questions.convertAfterBusinessDays,
      closeAfterDays: series.closeAfterDays,
    },
    dayOff: null,
    flagged: false,
    staffConfirmed: false,
    selectedCount: 0,
    selectedAt: null,
    cancelReason: null,
    cancelledAt: null,
    reminded: [],
    movedAt: null,
    attendanceKnownAt: null,
    recapPublishedAt: null,
    handedOver: false,
    retired: false,
    next: null,
    handled: [],
  };
  const plan = planCall({ state, calendar, at });
  const event: CallEvent = { seq: 0, type: 'planned', at, actor, commandId: null, data: {} };
  return { state: withCallPlan(state, plan), event, plan };
}

/** The times alone, as a state or a command carries them. */
export function timesOf(occurrence: CallTimes): CallTimes {
  const { date, startsAt, endsAt, windowOpensAt, questionsCloseAt, selectUntil, reminderAt, flagAt } =
    occurrence;
  return { date, startsAt, endsAt, windowOpensAt, questionsCloseAt, selectUntil, reminderAt, flagAt };
}
