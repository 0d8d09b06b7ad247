import { count } from '../count.js';

/** `1st`, `12th`, `23rd`. */
function ordinal(n: number): string {
  if (n % 100 > 10 && n % 100 < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

export const queueText = {
  timesAway: 'Times away',
  title: 'TA requests',
  tabs: { mine: 'Mine', review: 'In review', unassigned: 'Unassigned', escalated: 'Escalated', all: 'All' },
  tabsLabel: 'Views',
  filterHeading: 'Filter and sort',
  apply: 'Apply filters',
  clear: 'Clear filters',
  search: {
    label: 'Search all requests',
    hint: 'Reference, name, e-mail or organization',
    button: 'Search',
    key: '/',
    /** Of one or two letters. */
    few: 'Of one or two letters only the beginnings of words and references are looked at. Type three or more to find them inside words, too.',
  },
  /** A filter that is on, with a link that takes it off. */
  tag: { off: 'Remove filter:', search: (q: string) => `“${q}”`, label: 'Filters that are on' },
  status: {
    label: 'Status',
    open: 'Open',
    waiting: 'Waiting on the requester',
    any: 'Any status',
    'message-waiting': 'Message to answer',
    'reopening-asked': 'Asks to be reopened',
    'follow-up-open': 'Follow-up question to answer',
  },
  waitingOn: {
    label: 'Waiting on',
    any: 'Anybody',
    us: 'Us',
    requester: 'The requester',
    supervisor: 'The supervisor',
    courses: 'Courses to be passed',
    tag: {
      us: 'Waiting on us',
      requester: 'Waiting on the requester',
      supervisor: 'Waiting on the supervisor',
      courses: 'Waiting for courses',
    },
  },
  assignee: { label: 'Assigned to', anyone: 'Anyone', tag: (who: string) => `Assigned to ${who}` },
  kind: { label: 'Kind', any: 'Any kind' },
  documentKind: { label: 'Document', any: 'Any document' },
  topic: { label: 'Topic', any: 'Any topic' },
  state: { label: 'Requester’s state', any: 'Any state' },
  only: {
    legend: 'Only',
    urgent: 'Urgent',
    escalated: 'Escalated',
    supervisor: 'Supervisor has not confirmed',
  },
  due: {
    label: 'Due',
    any: 'Any time',
    overdue: 'Overdue',
    today: 'Today',
    week: 'In the next 7 days',
    'next-week': 'In the 7 days after',
  },
  sort: {
    label: 'Sort by',
    options: {
      priority: 'Priority',
      target: 'Date that binds',
      due: 'Promised date',
      received: 'Oldest first',
      '-received': 'Newest first',
      standing: 'Whom it waits for',
      requester: 'Requester',
      assignee: 'Assigned to',
    },
    /** Orders that only a heading leads to. */
    turned: 'As the heading says',
    /** What a heading's link does. */
    by: (what: string, turned: boolean) => `Sort by ${what}${turned ? ', the other way round' : ''}`,
  },
  columns: {
    chosen: 'Choose',
    due: 'Answer by',
    request: 'Request',
    person: 'From',
    stands: 'Where it stands',
    assignee: 'Assigned to',
    why: 'Why here',
  },
  /** What sorts by a column, in the words of its link. */
  sortedBy: {
    due: 'the date that binds',
    request: 'receipt',
    person: 'requester',
    stands: 'whom it waits for',
    assignee: 'whose it is',
    why: 'priority',
  },
  caption: (tab: string, order: string) => `Requests: ${tab.toLowerCase()}, ${order}`,
  order: (by: string, turned: boolean) => `by ${by}${turned ? ', the last first' : ''}`,
  choose: (reference: string) => `Choose ${reference}`,
  chooseAll: (n: number) => (n === 1 ? 'Choose the one on this page' : `Choose all ${n} on this page`),
  chooseNone: 'Choose none',
  why: {
    urgent: 'urgent',
    'ovc-grantee': 'OVC grantee',
    'completed-training': 'completed training',
    'no-date': 'no date while the clock stands',
    court: (days: number) => (days === 0 ? 'court date today' : `court date in ${count(days, 'day')}`),
    filing: (days: number) => (days === 0 ? 'filing today' : `filing in ${count(days, 'day')}`),
    'court-passed': 'court date has passed',
    'filing-passed': 'filing date has passed',
    target: (day: string) => `answer by ${day}`,
    due: (day: string) => `promised by ${day}`,
    received: (day: string) => `received ${day}`,
  },
  /** `3rd: OVC grantee, filing in 6 days`; on a page whose place is not known, the reasons alone. */
  place: (n: number) => `${n.toLocaleString('en-US')}${ordinal(n)}`,
  empty: {
    mine: 'Nothing here is waiting for you.',
    review: 'No draft waits for review.',
    unassigned: 'Every open request has somebody.',
    escalated: 'Nothing is escalated.',
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
    followUp: 'Follow-up question',
    followUpLate: 'Follow-up overdue',
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
  /** Said before the day, for those who hear it. */
  received: 'received',
  numbers: {
    heading: 'The desk now',
    open: 'Open',
    overdue: 'Overdue',
    week: 'Due in the next 7 days',
    waiting: 'Waiting on requesters',
    unassigned: 'Unassigned',
    'message-waiting': (n: number) => (n === 1 ? 'Message to answer' : 'Messages to answer'),
    'reopening-asked': () => 'Asked to be reopened',
    'follow-up-open': (n: number) => (n === 1 ? 'Follow-up to answer' : 'Follow-ups to answer'),
    mailTrouble: 'Mail to look at',
  },
  nextUp: (reference: string) => `Next for you: ${reference}`,
  nextFree: (reference: string) => `Next to be taken: ${reference}`,
  tasks: {
    label: 'Follow-up tasks',
    any: 'With or without',
    open: 'With an open task',
    due: 'With a task due today or overdue',
    whose: (who: string) => `Tasks of ${who}`,
    me: 'Your tasks',
    mine: (n: number) => `Your ${n === 1 ? 'open task' : `${n} open tasks`}:`,
    dueOn: (day: string) => `due ${day}`,
    overdue: 'overdue,',
    more: (n: number) => ` and ${n} more`,
  },
  mentions: {
    heading: (n: number) =>
      n === 1
        ? 'A note that you have not read mentions you:'
        : `${n} requests have notes that mention you and that you have not read:`,
    more: (n: number) => ` and ${n} more`,
  },
  registrations: (n: number) => `${count(n, 'registration')} for the calls to decide about`,
  nothingNext: 'Nothing is waiting for you.',
  badQuery: 'One of the filters was not understood and was left out.',
  many: (n: number) => count(n, 'request'),
};

/** What staff do next with a request, in a few words. */
export const nextText = {
  take: 'Take or assign',
  answer: 'Write the answer',
  finish: 'Finish the draft',
  revise: 'Revise the draft',
  review: 'Review and send',
  reviewByColleague: 'A colleague reviews',
  supervisor: 'Wait for the supervisor',
  close: 'Close',
  followUp: 'Answer the follow-up',
  followUpReview: 'Read and send the follow-up’s answer',
  followUpElsewhere: 'A colleague answers the follow-up',
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
  reviseChanged:
    'A reviewer returned the draft and changed its text. Their note is under “Questions, answers and notes”. Read what they changed, revise the draft, then submit it again.',
  review: 'Read the draft, then send it or return it to its author.',
  reviewByColleague: 'A colleague has to review your draft. Nobody sends their own.',
  supervisor: 'The draft is ready, but the supervisor has not confirmed. It can be sent once they have.',
  close: 'The answer is sent. It closes by itself; close it before when nothing more will come.',
  followUp:
    'The requester asked a follow-up question about our answer. Write the answer; a colleague sends it.',
  followUpReview: 'The follow-up’s answer is drafted. Read it, then send it or ask its author for changes.',
  followUpElsewhere:
    'The requester asked a follow-up question about our answer. A colleague writes the answer, or sends what is drafted.',
  reopening: 'The requester asks us to reopen this. Reopen it, or refuse with a reason.',
  reopeningElsewhere:
    'The requester asks us to reopen this. You can reopen it; only attorneys, reviewers, directors, and administrators can refuse.',
  reply: 'A message came in as this ended, and nobody has replied to it yet.',
  ended: 'Nothing is left to do. The request can be reopened.',
  another: 'another one',
  mergedInto: (other: string) =>
    `This request was merged into ${other}, and what becomes of that one counts for both.`,
};
