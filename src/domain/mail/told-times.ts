import { besideThePromise, besideTheWait } from '../requests/court-first.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { DigestSection } from './digest.js';
import type { FactsOf, MailSubject } from './overtaken.js';

/** What waits at the desk, when calls are, by when there is an answer, and who holds it back, as a mail tells it. */
export interface Told {
  dueOn?: IsoDate | undefined;
  targetOn?: IsoDate | undefined;
  courtOn?: IsoDate | undefined;
  callAt?: string | undefined;
  callWasAt?: string | undefined;
  questionsCloseAt?: string | undefined;
  supervisorName?: string | undefined;
  sections?: DigestSection[] | undefined;
}

/** The mail as it was written, the day it leaves, and the program's day of an instant. */
export interface Leaving {
  told: { dueOn?: string | undefined; courtOn?: string | undefined; lapseOn?: string | undefined };
  now: Instant;
  today: IsoDate;
  dayOf: (at: Instant) => IsoDate;
}

const NO_DATES = { dueOn: undefined, courtOn: undefined, targetOn: undefined };

/** A mail may wait while what it is about moves: it tells what holds at the moment it leaves. */
export type Tells<S extends MailSubject> = (facts: FactsOf[S], leaving: Leaving) => Told;

/** The promise, where the clock runs, and the court or filing date where it comes first and is still ahead. */
export const ofTheAnswer: Tells<'request'> = ({ courtDate, dueAt, targetAt }, leaving) => {
  const { told, dayOf } = leaving;
  const promised = dueAt !== null && told.dueOn !== undefined;
  const first = promised ? targetAt !== null && targetAt < dueAt : told.courtOn !== undefined;
  return {
    ...NO_DATES,
    ...(promised ? { dueOn: dayOf(dueAt) } : {}),
    ...besideThePromise({ courtDate, targetAt, first }, leaving),
  };
};

/** The day promised for the answer to a follow-up question. */
export const ofTheFollowUp: Tells<'request'> = ({ followUpDueAt }, { dayOf }) => ({
  dueOn: followUpDueAt === null ? undefined : dayOf(followUpDueAt),
});

/** The supervisor who was named, while they have yet to confirm. */
export const whoConfirms: Tells<'request'> = ({ supervisor, supervisorName }) => ({
  supervisorName: supervisor === 'unconfirmed' ? (supervisorName ?? undefined) : undefined,
});

/** The same, beside what else it tells. */
export const andWhoConfirms =
  (tells: Tells<'request'>): Tells<'request'> =>
  (request, leaving) => ({ ...tells(request, leaving), ...whoConfirms(request, leaving) });

/** A receipt tells what was promised when it came, though we may be waiting for something since. */
export const ofTheReceipt: Tells<'request'> = (request, leaving) =>
  request.dueAt === null && leaving.told.dueOn !== undefined ? {} : ofTheAnswer(request, leaving);

/** While we wait: the court or filing date that comes before the wait ends by itself. */
export const ofTheWait: Tells<'request'> = ({ courtDate }, leaving) => ({
  courtOn: undefined,
  ...besideTheWait({ courtDate, lapseOn: leaving.told.lapseOn }, leaving),
});

export const ofTheDesk: Tells<'digest'> = ({ sections }) => ({ sections: [...sections] });

export const ofItsCall: Tells<'question'> = ({ call }) => ({
  callAt: call.startsAt,
  questionsCloseAt: call.questionsCloseAt,
});

/** Until when to answer stands where other mail says until when to ask. */
export const ofTheProposal: Tells<'question'> = ({ call, proposedTo }) => ({
  callAt: proposedTo?.startsAt,
  callWasAt: call.startsAt,
  questionsCloseAt: call.selectUntil,
});

export const ofTheNextCall: Tells<'registration'> = ({ nextCallAt }) => ({ callAt: nextCallAt ?? undefined });
