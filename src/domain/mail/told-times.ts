import type { Instant, IsoDate } from '../time/instant.js';
import type { FactsOf, MailSubject } from './overtaken.js';

/** When calls are, and by when there is an answer, as a mail tells it. */
export interface ToldTimes {
  dueOn?: IsoDate | undefined;
  targetOn?: IsoDate | undefined;
  courtOn?: IsoDate | undefined;
  callAt?: string | undefined;
  callWasAt?: string | undefined;
  questionsCloseAt?: string | undefined;
}

/** The mail as it was written, the day it leaves, and the program's day of an instant. */
export interface Leaving {
  told: { dueOn?: string | undefined; courtOn?: string | undefined; lapseOn?: string | undefined };
  now: Instant;
  today: IsoDate;
  dayOf: (at: Instant) => IsoDate;
}

/** A mail may wait while what it is about moves: it tells the times of the moment it leaves. */
export type Tells<S extends MailSubject> = (facts: FactsOf[S], leaving: Leaving) => ToldTimes;

/** The promise, and the court or filing date where it comes first and is still ahead. */
export const ofTheAnswer: Tells<'request'> = (
  { courtDate, dueAt, targetAt },
  { told, now, today, dayOf },
) => {
  const ahead = courtDate !== null && courtDate >= today;
  if (dueAt === null || told.dueOn === undefined) {
    if (ahead && told.courtOn === courtDate) return {};
    return { courtOn: ahead && told.courtOn !== undefined ? courtDate : undefined, targetOn: undefined };
  }
  const bound = ahead && targetAt !== null && targetAt < dueAt;
  return {
    dueOn: dayOf(dueAt),
    courtOn: bound ? courtDate : undefined,
    targetOn: bound && targetAt >= now ? dayOf(targetAt) : undefined,
  };
};

/** While we wait: the court or filing date that comes before the wait ends by itself. */
export const ofTheWait: Tells<'request'> = ({ courtDate }, { told, today }) => ({
  courtOn:
    courtDate !== null && courtDate >= today && told.lapseOn !== undefined && courtDate <= told.lapseOn
      ? courtDate
      : undefined,
});

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
