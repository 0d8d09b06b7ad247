import type { StatusIn } from '../../../../../domain/requests/statuses.js';
import { count } from '../count.js';

export const queueText = {
  title: 'TA requests',
  tabs: { mine: 'Mine', review: 'In review', unassigned: 'Unassigned', all: 'All' },
  tabsLabel: 'Whose requests',
  filterHeading: 'Filter',
  apply: 'Apply filters',
  clear: 'Clear filters',
  search: { label: 'Search', hint: 'Reference, name, e-mail or organization' },
  status: {
    label: 'Status',
    open: 'Open',
    waiting: 'Waiting on the requester',
    any: 'Any status',
    'message-waiting': 'Message to answer',
    'reopening-asked': 'Asks to be reopened',
  },
  assignee: { label: 'Assigned to', anyone: 'Anyone' },
  due: { label: 'Due', any: 'Any time', overdue: 'Overdue', today: 'Today', week: 'In the next 7 days' },
  urgent: { label: 'Urgent only' },
  sort: {
    label: 'Sort by',
    options: { priority: 'Priority', due: 'Due date', target: 'Target date', received: 'Date received' },
  },
  columns: {
    request: 'Request',
    status: 'Status',
    due: 'Due',
    person: 'From',
    assignee: 'Assigned to',
    next: 'Next',
  },
  caption: (tab: string) => `${tab} requests`,
  empty: {
    mine: 'Nothing here is waiting for you.',
    review: 'No draft waits for review.',
    unassigned: 'Every open request has somebody.',
    all: 'There are no open requests.',
    filtered: 'No request fits these filters.',
  },
  next: 'Next page',
  previous: 'Previous page',
  badges: {
    overdue: 'Overdue',
    pastTarget: 'Past its target',
    urgent: 'Urgent',
    high: 'High priority',
    message: 'Message',
    reopening: 'Asks to be reopened',
    escalated: (level: number) => `Escalated ${level}×`,
    courtDate: {
      court: (date: string) => `Court date ${date}`,
      filing: (date: string) => `Filing date ${date}`,
    },
    courtDatePassed: {
      court: (date: string) => `Court date ${date} has passed`,
      filing: (date: string) => `Filing date ${date} has passed`,
    },
  },
  nobody: 'Nobody yet',
  received: (day: string) => `Received ${day}`,
  numbers: {
    heading: 'The desk now',
    open: 'Open',
    overdue: 'Overdue',
    week: 'Due in the next 7 days',
    waiting: 'Waiting on requesters',
    unassigned: 'Unassigned',
    'message-waiting': (n: number) => (n === 1 ? 'Message to answer' : 'Messages to answer'),
    'reopening-asked': () => 'Asked to be reopened',
    mailTrouble: 'Mail to look at',
  },
  nextUp: (reference: string) => `Next for you: ${reference}`,
  nextFree: (reference: string) => `Next to be taken: ${reference}`,
  registrations: (n: number) => `${count(n, 'registration')} for the calls to decide about`,
  nothingNext: 'Nothing is waiting for you.',
  badQuery: 'One of the filters was not understood and was left out.',
  many: (n: number) => count(n, 'request'),
};

/** What staff do next with a request, in a few words. */
export const nextText = {
  take: 'Take or assign',
  answer: 'Write the answer',
  finish: 'Submit the draft',
  revise: 'Revise the draft',
  review: 'Review and send',
  reviewByColleague: 'A colleague reviews',
  supervisor: 'Wait for the supervisor',
  close: 'Close',
  reopening: 'Reopen or refuse',
  reopeningElsewhere: 'Reopen, or leave it to a colleague',
  reply: 'Reply to a message',
  none: 'Nothing',
};

export const nextLong = {
  take: 'Nobody has taken this request. Take it yourself or assign it.',
  answer: 'Write the answer, then submit it for review.',
  answerByColleague: (name: string) => `${name} is working on the answer.`,
  finish: 'A draft is saved. Finish it, then submit it for review.',
  revise:
    'A reviewer returned the draft. Their note is under “Questions, answers and notes”. Revise the draft, then submit it again.',
  review: 'Read the draft, then send it or return it to its author.',
  reviewByColleague: 'A colleague has to review your draft. Nobody sends their own.',
  supervisor: 'The draft is ready, but the supervisor has not confirmed. It can be sent once they have.',
  close: 'The answer is sent. Close the request when nothing more will come.',
  reopening: 'The requester asks us to reopen this. Reopen it, or refuse with a reason.',
  reopeningElsewhere:
    'The requester asks us to reopen this. You can reopen it; only attorneys, reviewers, directors, and administrators can refuse.',
  reply: 'A message came in as this ended, and nobody has replied to it yet.',
  ended: 'Nothing is left to do. The request can be reopened.',
  another: 'another one',
  mergedInto: (other: string) =>
    `This request was merged into ${other}, and what becomes of that one counts for both.`,
};

/** What a request waits for, to staff. */
export const waitingText: Record<
  StatusIn<'waiting'>,
  { short: string; long: (facts: { courses: string; supervisorRefused: boolean }) => string }
> = {
  'awaiting-prerequisites': {
    short: 'Wait for courses',
    long: ({ courses }) => `Waiting for the requester to pass ${courses}. The clock then starts by itself.`,
  },
  'awaiting-information': {
    short: 'Wait for the requester',
    long: ({ supervisorRefused }) =>
      supervisorRefused
        ? 'The person named as supervisor said no. The requester has to name another.'
        : 'Waiting for the requester’s answer. They are reminded, and the request lapses if no answer comes.',
  },
};
