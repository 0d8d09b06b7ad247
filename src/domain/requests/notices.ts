import type { IsoDate } from '../time/instant.js';
import { besideThePromise, besideTheWait } from './court-first.js';
import { distanceTo } from './distance.js';
import { lapseDate } from './due/waits.js';
import { type RequestEvent, sheetOf } from './events.js';
import { anotherNeeded, type Notice } from './notice.js';
import type { EventContext, NoticeFacts } from './notice-facts.js';

export interface NoticeInput extends EventContext {
  event: RequestEvent;
}

/** The mails an event calls for. Pure. */
export function noticesFor(input: NoticeInput): Notice[] {
  return sheetOf(input.event.type).mails?.(noticeFacts(input)) ?? [];
}

function noticeFacts(input: EventContext): NoticeFacts {
  const { state, plan, calendar } = input;
  const dueOn = plan.reading.dueAt ? calendar.dateOf(plan.reading.dueAt) : undefined;
  const dates = { dueOn, ...boundBy(input) };
  const supervisorAsked = state.supervisor === 'unconfirmed';
  return {
    ...input,
    dates,
    counted: { ...dates, ...onDay(input, dueOn) },
    ownDate: onDay(input, input.courtDate ?? undefined),
    wait: waitEnds(input),
    followUp: plan.followUpDueAt ? { dueOn: calendar.dateOf(plan.followUpDueAt) } : {},
    closing: { lapseOn: plan.closesOn ?? undefined },
    cc: state.supervisor === 'confirmed' ? ['supervisor'] : [],
    askSupervisor: supervisorAsked
      ? [{ kind: 'supervisor-confirmation', to: ['supervisor'], link: 'supervisor' }]
      : [],
    supervisorAsked,
  };
}

function boundBy({ plan, calendar, courtDate, at }: EventContext): Partial<Notice> {
  return besideThePromise(
    { courtDate, targetAt: plan.targetAt, first: plan.targetIsCourt },
    { now: at, today: calendar.dateOf(at), dayOf: calendar.dateOf },
  );
}

function onDay({ calendar, at }: EventContext, date: IsoDate | undefined): Partial<Notice> {
  return date ? { dueOn: date, ...distanceTo(calendar, date, at) } : {};
}

/** When the wait ends by itself, and the court or filing date that doesn't wait so long. */
function waitEnds(input: EventContext): Partial<Notice> {
  const { state, calendar, courtDate, at } = input;
  const lapseOn = lapseDate(state, input) ?? undefined;
  return {
    lapseOn,
    ...anotherNeeded(state),
    ...besideTheWait({ courtDate, lapseOn }, { today: calendar.dateOf(at) }),
  };
}
