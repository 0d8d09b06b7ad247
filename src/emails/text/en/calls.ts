import type { MailData } from '../../mail-data.js';
import { type MailText, withDate } from '../mail-text.js';

const SEE = 'See the call';
const MINE = 'See your question';

/** `Weekly Call`, or `Our call` where its name is not told. */
const theCall = ({ callTitle }: MailData) => callTitle ?? 'Our call';
const thisCall = ({ callTitle }: MailData) => callTitle ?? 'our call';

const MEETING_ADDRESS =
  'Please join with the e-mail address you registered. Your join link is on the page behind the button, after signing in, as soon as there is one. It is for you alone; please do not share it.';

/** Who asks needs no registration; who joins does. */
const ATTENDING =
  'To join the call you need an approved registration for it. The page behind the button says whether you have one, and leads to the form if not.';

const NAME_SUPERVISOR =
  'To become a request for individual assistance it needs the name of your supervisor; it does not become one by itself. Name them on the page behind the button, and it becomes a request at once.';

/** About the calls: registration, questions, and what happens to the call itself. */
export const callTexts = {
  'registration-approved': {
    subject: (data) => `${theCall(data)}: you are registered`,
    title: () => 'You are registered',
    body: (data) => [
      `Your registration for ${thisCall(data)} is approved. It counts for every call of this series; you do not need to register again.`,
      withDate(data.callAt, (at) => `The next call is on ${at}.`),
      MEETING_ADDRESS,
      'Reminders, and word that a call is cancelled or moved, go only to people who asked for mail about the calls. Your page says whether you did, and you can ask for it there.',
    ],
    action: 'See your registration',
  },
  'registration-pending': {
    subject: (data) => `${theCall(data)}: we are looking at your registration`,
    title: ({ again }) => (again ? 'We look at your registration again' : 'We have your registration'),
    body: (data) => [
      data.again
        ? `Something that your registration for ${thisCall(data)} rests on has changed, so someone on our team looks at it again. You hear from us then; until then it does not let you into the calls.`
        : `Thank you for registering for ${thisCall(data)}. Someone on our team looks at it first, and you hear from us then.`,
      'The page behind the button says what we are looking at. If something there is not right, register again: that corrects it.',
    ],
    action: 'See your registration',
  },
  'registration-denied': {
    subject: (data) => `${theCall(data)}: about your registration`,
    title: ({ ended }) => (ended ? 'Your registration has ended' : 'You are not registered for these calls'),
    body: (data) => [
      data.ended
        ? `Your registration for ${thisCall(data)} has ended: it does not let you into the calls any more. Sign in to read what we said about it, and where else you can turn.`
        : `We could not approve your registration for ${thisCall(data)}. Sign in to read why and where else you can turn.`,
      'If you think that we misunderstood something, please reply to the address below.',
    ],
    action: 'Sign in to read more',
  },
  'registration-review': {
    subject: (data) => `${theCall(data)}: a registration to look at`,
    title: () => 'A registration waits for a decision',
    body: (data) => [
      data.again
        ? `A registration for ${thisCall(data)} has changed and needs a person’s decision. Until then, it does not let anyone into the calls.`
        : `A new registration for ${thisCall(data)} needs a person’s decision. Until then, it does not let anyone into the calls.`,
      data.again
        ? 'The page behind the button says what changed, and what was decided before.'
        : 'The page behind the button says what there is to look at.',
    ],
    action: 'Open the registration',
  },
  'question-received': {
    subject: (data) => `${theCall(data)}: we have your question`,
    title: () => 'We have your question',
    body: (data) => [
      withDate(data.callAt, (at) => `Your question for the call on ${at} has arrived.`),
      withDate(data.questionsCloseAt, (at) => `You can change or withdraw it until ${at}.`),
      'After that we choose the questions for the call and tell you whether yours is among them.',
      ATTENDING,
    ],
    action: MINE,
  },
  'question-selected': {
    subject: (data) => `${theCall(data)}: your question is on the agenda`,
    title: () => 'Your question will be discussed',
    body: (data) => [
      withDate(data.callAt, (at) => `Your question is on the agenda of the call on ${at}.`),
      'Please be there: we discuss a question only with the person who asked it. Be ready to explain it without names or other details that identify a person.',
      ATTENDING,
    ],
    action: MINE,
  },
  'question-not-selected': {
    subject: (data) => `${theCall(data)}: ${writtenAnswer(data)}`,
    title: (data) => capital(writtenAnswer(data)),
    body: (data) => [
      `${whyNotOnTheCall(data)} Nothing of it is lost.`,
      (data.supervisorMissing ? NAME_SUPERVISOR : undefined) ??
        withDate(
          data.convertsAt,
          (at) =>
            `As you agreed, it becomes a request for individual assistance by itself on ${at}. With the button you can send it on now.`,
        ) ??
        'With one click on the page behind the button it becomes a request for individual assistance, filled in already, and keeps its date.',
    ],
    action: 'Make it a request',
  },
  'question-move-proposed': {
    subject: (data) => `${theCall(data)}: may we move your question?`,
    title: () => 'May we move your question to another call?',
    body: (data) => [
      withDate(
        data.callWasAt,
        (at) => `We think that another call suits your question better than the one on ${at}.`,
      ) ?? 'We think that another call suits your question better than the one you asked it for.',
      withDate(data.callAt, (at) => `We would like to take it up on ${at}. It keeps its date.`),
      withDate(
        data.questionsCloseAt,
        (at) =>
          `Please agree or decline by ${at}. Without your consent it is not discussed on a call; after that day it can become a request for a written answer.`,
      ),
    ],
    action: 'Answer',
  },
  'question-moved': {
    subject: (data) => `${theCall(data)}: your question has moved to another call`,
    title: () => 'Your question has moved',
    body: (data) => [
      withDate(data.callAt, (at) => `As agreed with you, your question is now for the call on ${at}.`) ??
        'As agreed with you, your question is now for another call.',
      'You do not need to send it again.',
    ],
    action: MINE,
  },
  'question-call-rescheduled': {
    subject: (data) => `${theCall(data)}: a new time for your question`,
    title: () => 'The call of your question has a new time',
    body: (data) => [
      withDate(data.callWasAt, (at) => `Your question is for the call that was to be on ${at}.`),
      withDate(data.callAt, (at) => `That call is now on ${at}.`),
      'Your question stays with it; you do not need to send it again.',
      'We discuss a question only with the person who asked it. If you cannot be there at the new time, please tell us at the address below.',
    ],
    action: MINE,
  },
  'asked-but-absent': {
    subject: (data) => `${theCall(data)}: we missed you`,
    title: () => 'We missed you on the call',
    body: (data) => [
      withDate(
        data.callAt,
        (at) => `Your question was on the agenda of the call on ${at}, but we did not find you there.`,
      ),
      'Please send it as a request for individual assistance. The page behind the button is filled in already.',
      'If you were on the call, please reply to the address below: we may not have recognized you.',
    ],
    action: 'Make it a request',
  },
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
    action: SEE,
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
  'subscription-confirmation': {
    subject: () => 'Please confirm: mail about our calls and workshops',
    title: () => 'One step left: confirm your address',
    body: () => [
      'Someone, most likely you, asked for mail about our calls or workshops at this address. We begin once you confirm.',
      'Reminders and changes of calls go to people who are registered for them; of a workshop you hear when its next date is set. The page behind the button says what was asked for.',
      'If it was not you, you can ignore this message; we send nothing further.',
    ],
    action: 'Yes, send me mail',
  },
} satisfies Record<string, MailText>;

/** Only who agreed beforehand gets it without a click, and in some roles not before a supervisor is named. */
function writtenAnswer({ convertsAt, supervisorMissing }: MailData): string {
  return convertsAt === undefined || supervisorMissing
    ? 'your question can get a written answer'
    : 'your question gets a written answer';
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function whyNotOnTheCall({ callAt, cancelReason, offTopic }: MailData): string {
  const on = callAt === undefined ? '' : ` on ${callAt}`;
  if (cancelReason !== undefined)
    return `The call${on} does not take place, so your question is not discussed there.`;
  return offTopic
    ? `We had asked whether your question may move to another call. It is not discussed on the call${on}.`
    : `There is no room for your question on the call${on}.`;
}

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
