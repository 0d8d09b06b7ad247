import { addDays } from '../../time/add-days.js';
import type { Instant, IsoDate } from '../../time/instant.js';
import { pastDueSteps } from '../../time/past-due.js';
import { followUpReading, followUpUntil, NOT_CLOSING, openFollowUp, respondedAt } from '../after-answer.js';
import type { PlanInput } from '../plan.js';
import { deadlineKey } from '../state.js';
import { atReminderTime, type DueSheet } from './sheet.js';

type Input = Omit<PlanInput, 'courtDate'>;

/** The promised end of an open follow-up. */
const followUpDueAt = (input: Input) =>
  openFollowUp(input.state) ? (followUpReading(input.state, input)?.dueAt ?? null) : null;

const followUpReminder: DueSheet = {
  event: 'follow-up-reminded',
  when(input) {
    const { state, calendar, program } = input;
    const dueAt = followUpDueAt(input);
    if (!dueAt) return [];
    const due = calendar.dateOf(dueAt);
    // One that lay in the past when it was asked is not sent late.
    const since = state.followUp?.askedAt ?? '';
    return program.clock.afterAnswer.followUpReminderBusinessDaysBefore
      .map((n) => ({ n, at: calendar.at(calendar.addBusinessDays(due, -n), program.clock.remindersAt) }))
      .filter(({ at }) => at > since);
  },
};

/** Past due like the promise: the same steps, from the follow-up's own due day. */
const followUpEscalation: DueSheet = {
  event: 'follow-up-escalated',
  when(input) {
    const { state, calendar, program } = input;
    const dueAt = followUpDueAt(input);
    if (!dueAt) return [];
    const step = pastDueSteps({
      calendar,
      dueAt,
      everyBusinessDays: program.clock.escalateEveryBusinessDays,
    });
    for (let n = 1; ; n += 1) {
      const on = step(n);
      if (on === null) return [];
      const at = atReminderTime(input, on);
      if (deadlineKey({ kind: 'follow-up-escalation', at, n }) > state.cursor) return [{ n, at }];
    }
  },
};

/** The answer, or the follow-up's: from then on the silence is counted. */
const silentSince = ({ state }: Input): Instant | null =>
  openFollowUp(state) || state.closing?.heldSince ? null : (state.followUp?.answeredAt ?? respondedAt(state));

/** The day on which it closes by itself, if nothing holds it; null: something does, or it is not answered. */
export function closingDate(input: Input): IsoDate | null {
  const { state, calendar, program } = input;
  const since = silentSince(input);
  if (!since) return null;
  const { closeDays, closingNoticeDays } = program.clock.afterAnswer;
  const { toldAt } = state.closing ?? NOT_CLOSING;
  // Closures may make the days in which to ask longer than the silence.
  const asking = followUpUntil(
    { status: state.status, answeredAt: respondedAt(state), asked: state.followUp != null },
    input,
  );
  const told = toldAt ?? noticeAt(input, since);
  const dates = [
    addDays(calendar.dateOf(since), closeDays),
    addDays(calendar.dateOf(told), closingNoticeDays),
    ...(asking ? [addDays(calendar.dateOf(asking), 1)] : []),
  ];
  return dates.sort().at(-1) ?? null;
}

/** So many days before, or the business day before that: nobody hears of it later than promised. */
function noticeAt({ state, calendar, program }: Input, since: Instant): Instant {
  const { closeDays, closingNoticeDays } = program.clock.afterAnswer;
  const wanted = addDays(calendar.dateOf(since), closeDays - closingNoticeDays);
  const day = calendar.isBusinessDay(wanted) ? wanted : calendar.addBusinessDays(wanted, -1);
  const at = calendar.at(day, program.clock.remindersAt);
  const from = state.closing?.from ?? null;
  return from === null || from < at
    ? at
    : calendar.at(calendar.nextBusinessDay(calendar.dateOf(from)), program.clock.remindersAt);
}

const closingNotice: DueSheet = {
  event: 'closing-told',
  when(input) {
    const since = silentSince(input);
    const told = input.state.closing?.toldAt ?? null;
    return since && told === null
      ? [{ n: input.program.clock.afterAnswer.closingNoticeDays, at: noticeAt(input, since) }]
      : [];
  },
  whenDue: (state, { n }, at) => ({
    change: { closing: { ...(state.closing ?? NOT_CLOSING), toldAt: at } },
    data: { n },
  }),
};

const closing: DueSheet = {
  event: 'closed',
  when(input) {
    const date = input.state.closing?.toldAt ? closingDate(input) : null;
    const { calendar, program } = input;
    return date
      ? [{ n: program.clock.afterAnswer.closeDays, at: calendar.at(date, program.clock.remindersAt) }]
      : [];
  },
  whenDue: (_state, { kind, n }) => ({ change: { status: 'closed' }, data: { reason: kind, n } }),
};

/** After the answer: the follow-up's promise, and the end by itself. */
export const AFTER_ANSWER = {
  'follow-up-reminder': followUpReminder,
  'follow-up-escalation': followUpEscalation,
  'closing-notice': closingNotice,
  closing,
};
