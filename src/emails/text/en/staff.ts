import type { DigestSectionName } from '../../../domain/mail/digest.js';
import { type MailText, withDate } from '../mail-text.js';
import { theDates, theRequest } from './sentences.js';

const OPEN = 'Open the request';

const DIGEST_LEADS: Record<DigestSectionName, string> = {
  overdue: 'Past due',
  due: 'Due soon',
  unassigned: 'Nobody has it yet',
  review: 'Drafts to review',
  followUps: 'Follow-up questions to answer',
  returned: 'Drafts that came back to you',
  replied: 'The requester has replied',
  messages: 'Messages waiting for a reply',
  mentions: 'Notes that mention you',
  tasks: 'Follow-up tasks',
  endedTasks: 'Ended, and your open follow-up tasks with them',
  reopenings: 'Reopenings asked for',
  scans: 'With a document that could not be checked for viruses yet',
  introductions: 'Introductions to a mentor that came to nothing',
  precedents: 'Precedents of yours past their review date',
  completions: 'Course results whose score says otherwise, to be decided',
  assigned: 'Newly assigned to you',
  waiting: 'Yours, waiting for the requester',
};

/** Pages on which it is done, where it is about no request. */
const DIGEST_PAGES: Partial<Record<DigestSectionName, string>> = {
  precedents: 'Open the precedents',
  completions: 'Decide them',
};

/** After a number. */
const IN_SUBJECT: Record<DigestSectionName, string> = {
  overdue: 'past due',
  due: 'due soon',
  unassigned: 'unassigned',
  review: 'to review',
  followUps: 'with a follow-up',
  returned: 'returned',
  replied: 'with a reply',
  messages: 'with a message',
  mentions: 'with a note for you',
  tasks: 'with a task',
  endedTasks: 'ended with your tasks',
  reopenings: 'to reopen or not',
  scans: 'with an unchecked document',
  introductions: 'without a mentor',
  precedents: 'to look through again',
  completions: 'with a doubtful result',
  assigned: 'new',
  waiting: 'waiting',
};

/** To the program's own people. */
export const staffTexts = {
  assigned: {
    subject: (data) => `${theRequest(data)}: assigned to you`,
    title: () => 'A request is assigned to you',
    body: (data) => [
      theDates(data, (day) => `The answer is promised for ${day}.`),
      'Open it to read what is asked.',
      data.when === 'passed'
        ? 'Please finish it as soon as you can, or extend it, so that the requester hears of a new date.'
        : undefined,
    ],
    action: OPEN,
  },
  'unassigned-reminder': {
    subject: (data) => `${theRequest(data)}: nobody has it yet`,
    title: () => 'A request is waiting for someone to take it',
    body: (data) => [
      'The time for our answer is running, and nobody is in charge of it yet.',
      theDates(data, (day) => `The answer is promised for ${day}.`),
      'Please assign it.',
    ],
    action: OPEN,
  },
  'task-assigned': {
    subject: (data) => `${theRequest(data)}: a task for you`,
    title: () => 'A follow-up task is yours',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `It is to be done by ${day}.`),
      'What is to be done stands on the page of the request.',
    ],
    action: OPEN,
  },
  'task-due': {
    subject: (data) => `${theRequest(data)}: a task is due`,
    title: () => 'A follow-up task of yours is due',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `It is to be done by ${day}.`),
      'Open the request to read what is to be done. When it is done, say so there; or give it another date.',
    ],
    action: OPEN,
  },
  'task-overdue': {
    subject: (data) => `${theRequest(data)}: a task is overdue`,
    title: () => 'A follow-up task is overdue',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `It was to be done by ${day}, and nobody has said that it is.`),
      'Please finish it, hand it to somebody else or give it another date on the page of the request.',
    ],
    action: OPEN,
  },
  'task-ended': {
    subject: (data) => `${theRequest(data)}: your tasks ended with it`,
    title: () => 'A request ended, and your follow-up tasks with it',
    body: () => [
      'You had open follow-up tasks for this request. It has ended, and they ended with it: nothing is left to do for them.',
      'If something still has to be done, the page of the request says how it ended, and whether it can be opened again.',
    ],
    action: OPEN,
  },
  'introduction-outcome': {
    subject: (data) => `${theRequest(data)}: no introduction to a mentor`,
    title: () => 'An introduction to a mentor came to nothing',
    body: () => [
      'One of the two did not agree or did not answer, or the mentor had no room any more. The page of the request says which.',
      'You can propose another mentor there.',
    ],
    action: OPEN,
  },
  'supervisor-concern': {
    subject: (data) => `${theRequest(data)}: the supervisor doesn’t know who asked`,
    title: () => 'A supervisor doesn’t know who named them',
    body: () => [
      'The person named as supervisor of this request says that they don’t know the person who asked. The requester has been asked to name another supervisor, and was not told why.',
      'It may be a slip of an address. Please look at who asked before anything is answered.',
    ],
    action: OPEN,
  },
  'draft-returned': {
    subject: (data) => `${theRequest(data)}: the draft came back`,
    title: () => 'A draft came back from review',
    body: (data) => [
      data.textChanged
        ? 'A reviewer has returned the draft with a note of what should change, and has changed the text, too. Open the request to read both, revise the draft and submit it again.'
        : 'A reviewer has returned the draft with a note of what should change. Open the request to read it, revise the draft and submit it again.',
      theDates(data, (day) => `The answer is promised for ${day}.`),
    ],
    action: OPEN,
  },
  'due-reminder': {
    subject: (data) => `${theRequest(data)}: due soon`,
    title: () => 'An answer of yours is due soon',
    body: (data) => [
      data.courtOn ? theDates(data, () => '') : undefined,
      theDates({ ...data, courtOn: undefined }, (day) => `The answer is promised for ${day}.`),
      'If it can not be done by then, extend it in time, so that the requester hears of it beforehand.',
    ],
    action: OPEN,
  },
  escalation: {
    subject: (data) => `${theRequest(data)}: past due`,
    title: () => 'An answer is past due',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `The answer was promised for ${day} and has not been sent.`) ??
        'The answer has not been sent by the day we promised.',
      'The requester is being told today. Please see to it that someone finishes it, or agree on a new date with them.',
    ],
    action: OPEN,
  },
  'information-answered': {
    subject: (data) => `${theRequest(data)}: the requester has replied`,
    title: () => 'The requester has replied',
    body: (data) => [
      'The reply you were waiting for is here.',
      theDates(data, (day) => `The answer is now promised for ${day}.`),
    ],
    action: OPEN,
  },
  'daily-digest': {
    subject: ({ sections = [] }) => {
      const [first, second] = sections.map(({ name, count }) => `${count} ${IN_SUBJECT[name]}`);
      return ['Your requests today', [first, second].filter(Boolean).join(', ')].filter(Boolean).join(': ');
    },
    title: () => 'What waits for you today',
    body: ({ sections = [] }) => [
      ...sections.map(({ name, count, of, requests, link: page }) => ({
        lead: `${of ? `For ${of}, who is away. ` : ''}${DIGEST_LEADS[name]}: ${count}`,
        links: [
          ...requests.map(({ reference, link, changed }) => ({
            text: changed ? `${reference} (its text was changed, too)` : reference,
            href: link,
          })),
          ...(page ? [{ text: DIGEST_PAGES[name] ?? 'Open', href: page }] : []),
        ],
        more: requests.length > 0 && count > requests.length ? ` and ${count - requests.length} more` : '',
      })),
      'What can’t wait comes by a mail of its own, at once. If you would rather get every mail at once, choose so on the desk under “More”, “Mail”, “How your own mail comes”.',
    ],
    action: 'Open the queue',
  },
  digest: {
    subject: ({ count = 0 }) => `${count} ${count === 1 ? 'request' : 'requests'} brought in from a file`,
    title: () => 'Requests were brought in from a file',
    body: ({ count = 0, overdueCount = 0 }) => [
      `${count} open ${count === 1 ? 'request was' : 'requests were'} brought in with the dates they were first received. Requesters were not written to.`,
      overdueCount > 0
        ? `${overdueCount} of them ${overdueCount === 1 ? 'is' : 'are'} already past the promised date. Please look at ${overdueCount === 1 ? 'it' : 'them'} first.`
        : 'None of them is past the promised date.',
    ],
    action: 'Open the queue',
  },
} satisfies Record<string, MailText>;
