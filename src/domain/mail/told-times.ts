import type { FactsOf, MailSubject } from './overtaken.js';

/** When calls are, as a mail tells it. */
export interface ToldTimes {
  callAt?: string | undefined;
  callWasAt?: string | undefined;
  questionsCloseAt?: string | undefined;
}

/** A mail may wait while the call it is about moves: it tells the times of the moment it leaves. */
export type Tells<S extends MailSubject> = (facts: FactsOf[S]) => ToldTimes;

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
