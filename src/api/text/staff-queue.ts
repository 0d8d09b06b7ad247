import { count } from './count.js';

export const queueText = {
  title: 'TA requests',
  tabs: { mine: 'Mine', unassigned: 'Unassigned', all: 'All' },
  tabsLabel: 'Whose requests',
  filterHeading: 'Filter',
  apply: 'Apply filters',
  clear: 'Clear filters',
  search: { label: 'Search', hint: 'Reference, name, e-mail or organization' },
  status: { label: 'Status', open: 'Open', any: 'Any status' },
  assignee: { label: 'Assigned to', anyone: 'Anyone' },
  due: { label: 'Due', any: 'Any time', overdue: 'Overdue', today: 'Today', week: 'This week' },
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
    unassigned: 'Every open request has somebody.',
    all: 'There are no open requests.',
    filtered: 'No request fits these filters.',
  },
  next: 'Next page',
  previous: 'Previous page',
  badges: {
    overdue: 'Overdue',
    urgent: 'Urgent',
    high: 'High priority',
    escalated: (level: number) => `Escalated ${level}×`,
    courtDate: (date: string) => `Court or filing ${date}`,
  },
  nobody: 'Nobody yet',
  target: (day: string) => `Target ${day}`,
  received: (day: string) => `Received ${day}`,
  numbers: {
    heading: 'The desk now',
    open: 'Open',
    overdue: 'Overdue',
    week: 'Due this week',
    waiting: 'Waiting on requesters',
    unassigned: 'Unassigned',
  },
  nextUp: (reference: string) => `Next for you: ${reference}`,
  nothingNext: 'Nothing is waiting for you. Unassigned requests can be taken.',
  badQuery: 'One of the filters was not understood and was left out.',
  many: (n: number) => count(n, 'request'),
} as const;

/** What staff do next with a request, in a few words. */
export const nextText = {
  take: 'Take or assign',
  answer: 'Write the answer',
  finish: 'Submit the draft',
  review: 'Review and send',
  reviewByColleague: 'A colleague reviews',
  supervisor: 'Wait for the supervisor',
  courses: 'Wait for courses',
  information: 'Wait for the requester',
  close: 'Close',
  none: 'Nothing',
} as const;

export const nextLong = {
  take: 'Nobody has taken this request. Take it yourself or assign it.',
  answer: 'Write the answer, then submit it for review.',
  answerByColleague: (name: string) => `${name} is working on the answer.`,
  finish: 'A draft is saved. Finish it, then submit it for review.',
  review: 'Read the draft, then send it or return it to its author.',
  reviewByColleague: 'A colleague has to review your draft. Nobody sends their own.',
  supervisor: 'The draft is ready, but the supervisor has not confirmed. It can be sent once they have.',
  supervisorRefused: 'The person named as supervisor said no. The requester has to name another.',
  courses: (names: string) => `Waiting for the requester to pass ${names}. The clock then starts by itself.`,
  information:
    'Waiting for the requester’s answer. They are reminded, and the request lapses if no answer comes.',
  close: 'The answer is sent. Close the request when nothing more will come.',
  ended: 'Nothing is left to do. The request can be reopened.',
  mergedInto: 'This request was merged into another one, which answers both.',
} as const;
