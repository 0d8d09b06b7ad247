import type { MailData } from '../../mail-data.js';
import { type MailText, withDate } from '../mail-text.js';
import { MEETING_ADDRESS, theCall } from './call-names.js';

/** What happens to a call itself. */
export const callTexts = {
  'call-reminder': {
    subject: (data) => `${theCall(data)}: a reminder`,
    title: () => 'A reminder of the call',
    body: (data) => [
      withDate(data.callAt, (at) => `${theCall(data)} takes place on ${at}.`) ??
        `${theCall(data)} takes place soon.`,
      MEETING_ADDRESS,
    ],
    action: 'See your registration',
  },
  'call-cancelled': {
    subject: (data) => `${theCall(data)}: cancelled this time`,
    title: () => 'The call is cancelled',
    body: (data) => [
      withDate(data.callAt, (at) => `The call on ${at} does not take place.`) ??
        'The next call does not take place.',
      cancelledBecause(data.cancelReason),
      'Your registration stays as it is, and the next call of the series is on our calendar.',
    ],
    action: 'See the calendar',
  },
  'call-rescheduled': {
    subject: (data) => `${theCall(data)}: a new time`,
    title: () => 'The call has a new time',
    body: (data) => [
      withDate(data.callWasAt, (at) => `The call was to be on ${at}.`),
      withDate(data.callAt, (at) => `It is now on ${at}.`),
      withDate(data.questionsCloseAt, (at) => `Questions for it are taken until ${at}.`),
    ],
    action: 'See the call',
  },
  'call-recap': {
    subject: (data) => `${theCall(data)}: what we talked about`,
    title: () => 'A short recap of the call',
    body: (data) => [
      withDate(
        data.callAt,
        (at) => `There is a recap of the call on ${at}: the themes and the materials that were named.`,
      ) ?? 'There is a recap of the last call: the themes and the materials that were named.',
      withDate(
        data.pollLink,
        (link) =>
          `Two questions about the call, in half a minute, and nobody sees who answered${data.pollUntil ? `, until ${data.pollUntil}` : ''}: ${link}`,
      ),
    ],
    action: 'Read the recap',
  },
  'call-day-off': {
    subject: (data) => `${theCall(data)}: does it take place?`,
    title: ({ dayOff }) =>
      dayOff === 'eve' ? 'A call falls on the eve of a holiday' : 'A call falls on a day off',
    body: (data) => [
      withDate(data.callAt, (at) => `The call on ${at} falls on ${fallsOn(data.dayOff)}.`),
      ['Please decide: confirm it, move it or cancel it.', ifNobodyDecides(data)].filter(Boolean).join(' '),
    ],
    action: 'Open the call',
  },
  'call-meeting-problem': {
    subject: (data) => `${theCall(data)}: please look at its meeting`,
    title: () => 'The online meeting of a call needs you',
    body: (data) => [
      withDate(data.callAt, (at) => `This is about the call on ${at}.`),
      whatIsWrong(data.meetingTrouble),
      data.meetingTrouble === 'no-link'
        ? 'The page behind the button is the call’s own, where you can do both.'
        : 'The page behind the button says more. You hear of the same thing once.',
    ],
    action: 'Open the call',
  },
} satisfies Record<string, MailText>;

function fallsOn(dayOff: MailData['dayOff']): string {
  switch (dayOff) {
    case 'holiday':
      return 'a holiday';
    case 'closure':
      return 'a day on which our office is closed';
    case 'eve':
      return 'the eve of a holiday';
    // Written before the mail said which.
    case undefined:
      return 'a holiday, a closure or the eve of one';
  }
}

/** Nothing is said of a mail written before it was known with it. */
function ifNobodyDecides({ dayOff, cancelsAt }: MailData): string | undefined {
  if (cancelsAt !== undefined) return `If nobody does, it is cancelled by itself on ${cancelsAt}.`;
  return dayOff && 'If nobody does, it takes place.';
}

function whatIsWrong(trouble: MailData['meetingTrouble']): string {
  switch (trouble) {
    case 'kept':
      return 'Its settings would keep something of the call: a recording, a summary or the chat. Until they are off, no one gets a personal join link. Please switch them off in the meeting service.';
    case 'being-kept':
      return 'The meeting service says that a recording or a summary of the call is being made or was made. Please stop it, and delete there what was kept.';
    case 'no-link':
      return 'It has no join link, so nobody who is registered can get in. Please enter one before the call begins, or cancel the call.';
    case 'other':
    case undefined:
      return 'It could not be made, moved or checked as it should be. The desk keeps trying; some causes only a person can mend.';
  }
}

/** A row per reason; the program's own are told in its words, or not at all. */
const CANCELLED_BECAUSE: Record<NonNullable<MailData['cancelReason']>, string | undefined> = {
  'no-questions': 'Nobody has sent a question for it in time.',
  holiday: 'It falls on a holiday.',
  'day-off': 'Our office is closed on that day.',
  closure: 'Our office is closed on that day.',
  'facilitator-unavailable': 'Nobody is available to lead it.',
  'technical-problem': 'A technical problem keeps us from holding it.',
  staff: undefined,
  other: undefined,
};

function cancelledBecause(reason: MailData['cancelReason']): string | undefined {
  return reason && CANCELLED_BECAUSE[reason];
}
