import { userIn } from '../people/actor.js';
import { openFollowUp } from './after-answer.js';
import { type Notice, type NoticeKind, type Recipient, toRequester, toStaff } from './notice.js';
import type { NoticeFacts } from './notice-facts.js';
import { isWaiting } from './statuses.js';
import { openTask, openTasks } from './tasks.js';

// The mails of one event, where they need more than a line of its row in `events.ts`.

export function receipt({
  event,
  state,
  dates,
  wait,
  askSupervisor,
  supervisorAsked,
}: NoticeFacts): Notice[] {
  // The past is not written about; but nobody answers before the supervisor has confirmed.
  if (event.data.imported) return askSupervisor;
  const courses = state.missing;
  const some = courses.length > 0;
  return [
    toRequester('request-received', { ...dates, supervisorAsked, ...(some ? { courses } : {}) }),
    ...(some ? [toRequester('prerequisites-needed', { courses, ...wait })] : []),
    ...askSupervisor,
  ];
}

export function reopened({
  state,
  dates,
  counted,
  cc,
  askSupervisor,
  supervisorAsked,
}: NoticeFacts): Notice[] {
  // The one that ended the episode before says nothing.
  if (state.seq > 0) return [];
  return [
    toRequester('reopened', { ...dates, cc, supervisorAsked }),
    ...toAssignee('assigned', { state }, counted),
    ...askSupervisor,
  ];
}

/** What changes hands for a time away is told all together. */
export function assigned({ event, state, counted, followUp }: NoticeFacts): Notice[] {
  if (event.data.covers) return [];
  return state.status === 'responded'
    ? [toStaff('follow-up-asked', ['assignee'], followUp)]
    : [toStaff('assigned', ['assignee'], counted)];
}

/** Whoever has it hears of it too, unless they returned it themselves; a draft may be submitted before anybody has it. */
export function draftReturned({ event, state, counted }: NoticeFacts): Notice[] {
  const itself = event.actor === `user:${state.assigneeId}`;
  const to: Recipient[] = itself ? ['draft-author'] : ['draft-author', 'assignee'];
  return [toStaff('draft-returned', to, { ...counted, textChanged: event.data.reworded === true })];
}

export function pastDue({ event, state, calendar, program, dates, supervisorAsked }: NoticeFacts): Notice[] {
  const { dueOn } = dates;
  const estimateOn =
    dueOn && calendar.addBusinessDays(dueOn, program.clock.delayEstimateBusinessDays * (event.data.n ?? 1));
  return [
    toStaff('escalation', state.assigneeId ? ['directors', 'assignee'] : ['directors'], { dueOn }),
    toRequester('delay-notice', { estimateOn, supervisorAsked }),
  ];
}

export function dateNear({ state, ownDate }: NoticeFacts): Notice[] {
  return [
    toStaff('deadline-warning', state.assigneeId ? ['assignee', 'coordinators'] : ['coordinators'], ownDate),
    ...(isWaiting(state.status) ? [toRequester('deadline-warning', ownDate)] : []),
  ];
}

/** The person knows of their own change; what staff changed is told, for it moves the day we aim for. */
export function courtDateChanged({ event, courtDate, previousCourtDate, dates, cc }: NoticeFacts): Notice[] {
  const was = previousCourtDate ?? null;
  if (event.actor.startsWith('person:') || was === courtDate) return [];
  const told = { ...(was ? { wasOn: was } : {}), ...(courtDate ? { isOn: courtDate } : {}) };
  return [toRequester('court-date-changed', { ...dates, ...told, cc })];
}

/** Of a calendar that changed the mail says why; what it said before stands beside the new date. */
export function promiseMoved({ event, plan, previousDueAt, calendar, dates }: NoticeFacts): Notice[] {
  const { dueAt } = plan.reading;
  if (!dueAt || dueAt === previousDueAt) return [];
  const { changeId } = event.data;
  const was = previousDueAt ? { wasOn: calendar.dateOf(previousDueAt), wasDueAt: previousDueAt } : {};
  const why =
    changeId && previousDueAt ? { closure: { entryId: changeId, opens: dueAt < previousDueAt } } : {};
  return [toRequester('deadline-moved', { ...dates, ...was, ...why })];
}

/** Directors and whoever has it hear of it, and the requester, with a new estimate. */
export function followUpPastDue({ event, plan, calendar, program, followUp }: NoticeFacts): Notice[] {
  const estimateOn =
    plan.followUpDueAt &&
    calendar.addBusinessDays(
      calendar.dateOf(plan.followUpDueAt),
      program.clock.delayEstimateBusinessDays * (event.data.n ?? 1),
    );
  return [
    toStaff('follow-up-escalation', ['directors', 'handler'], followUp),
    toRequester('follow-up-delay', estimateOn ? { estimateOn } : {}),
  ];
}

export function followUpMoved({ state, plan, previousFollowUpDueAt, followUp }: NoticeFacts): Notice[] {
  const isMoved = openFollowUp(state) !== null && plan.followUpDueAt !== (previousFollowUpDueAt ?? null);
  return isMoved ? [toRequester('follow-up-moved', followUp)] : [];
}

export function tellEnd(kind: NoticeKind, more: Partial<Notice> = {}): (facts: NoticeFacts) => Notice[] {
  return (facts) => [toRequester(kind, { cc: facts.cc, ...more }), ...tasksEnded(facts)];
}

/** Which of the program's published materials were picked is told; where to turn else is read after signing in. */
export function redirected(facts: NoticeFacts): Notice[] {
  const { resources = [] } = facts.event.data;
  return tellEnd('redirected', { mergedToo: true, ...(resources.length > 0 ? { resources } : {}) })(facts);
}

export function toAssignee(
  kind: NoticeKind,
  { state }: Pick<NoticeFacts, 'state'>,
  more: Partial<Notice>,
): Notice[] {
  return state.assigneeId ? [toStaff(kind, ['assignee'], more)] : [];
}

/** The one before hears nothing: their link has ended. What somebody else did for the requester, they hear of. */
export function supervisorNamed({
  event,
  counted,
  askSupervisor,
  supervisorAsked,
  ...facts
}: NoticeFacts): Notice[] {
  return [
    ...askSupervisor,
    ...(event.actor.startsWith('person:') ? [] : [toRequester('supervisor-changed', { supervisorAsked })]),
    ...(event.data.clock ? toAssignee('information-answered', facts, counted) : []),
  ];
}

/** The requester hears of the last one: they can speak with the supervisor, or write to us. */
export function remindSupervisor({ event, program, supervisorAsked }: NoticeFacts): Notice[] {
  const last = event.data.n === program.clock.supervisorReminderBusinessDays.at(-1);
  return [
    { kind: 'supervisor-reminder', to: ['supervisor'], link: 'supervisor' },
    ...(last ? [toRequester('supervisor-silent', { supervisorAsked })] : []),
  ];
}

/** Of an open task, to whoever has it, and who else is to know. */
export function taskMail(kind: NoticeKind, to: Recipient[]): (facts: NoticeFacts) => Notice[] {
  return ({ event, state, calendar, at }) => {
    const task = openTask(state, event.data.task);
    if (!task) return [];
    const near = task.dueOn <= calendar.nextBusinessDay(calendar.dateOf(at));
    return [toStaff(kind, to, { dueOn: task.dueOn, taskOf: task.assigneeId, urgent: near })];
  };
}

/** Whoever gets it hears of it, unless they took it themselves. */
export function taskHandedOver(facts: NoticeFacts): Notice[] {
  const { actor, data } = facts.event;
  const isNews =
    data.covers === undefined && data.assigneeId !== undefined && actor !== `user:${data.assigneeId}`;
  return isNews ? taskMail('task-assigned', ['task-assignee'])(facts) : [];
}

/** Open tasks end with their request: whoever had some hears of it, once, unless they ended it themselves. */
function tasksEnded({ event, state }: NoticeFacts): Notice[] {
  const had = new Set(openTasks(state).map(({ assigneeId }) => assigneeId));
  had.delete(userIn(event.actor) ?? '');
  return [...had].map((taskOf) => toStaff('task-ended', ['task-assignee'], { taskOf }));
}
