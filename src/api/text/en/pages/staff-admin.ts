import { count } from './count.js';
import { DATE_HINT } from './staff.js';

/** Words of the pages around the requests: people, keys, closures, mail, settings, completions, numbers. */

export const peopleText = {
  title: 'Staff',
  add: 'Add somebody',
  addTitle: 'Add a staff member',
  changeTitle: (name: string) => `Change ${name}`,
  name: { label: 'Name' },
  email: {
    label: 'E-mail address',
    hint: 'They sign in with a link sent there.',
  },
  role: { legend: 'Role' },
  roleHints: {
    coordinator: 'Assigns, asks back, redirects, declines for scope. Writes no answers.',
    attorney: 'All that, and writes and reviews answers.',
    reviewer: 'Writes and reviews answers.',
    director: 'All that, and closures, second extensions, declining for ethics.',
    admin: 'Everything, and staff and API keys.',
  } as Record<string, string>,
  active: { legend: 'May sign in', yes: 'Yes', no: 'No, not any more' },
  save: 'Save',
  columns: { name: 'Name', role: 'Role', state: 'May sign in', open: 'Open requests' },
  change: 'Change',
  added: 'Added. They can sign in with their e-mail address.',
  changed: 'Saved.',
  back: 'Back to staff',
};

export const keysText = {
  title: 'API keys',
  intro: 'A key lets another program act with a role. It is shown once, here, and never again.',
  name: {
    label: 'What the key is for',
    hint: 'Like: intake form of our website',
  },
  role: { legend: 'Role' },
  scope: {
    legend: 'What it may do',
    read: 'Only read',
    write: 'Read and change',
  },
  create: 'Create a key',
  createHeading: 'Create a key',
  createdTitle: 'Key created',
  created: 'Copy the key now. It can’t be shown again.',
  yourKey: 'The new key',
  columns: {
    name: 'For',
    key: 'Begins with',
    role: 'Role',
    scopes: 'May',
    used: 'Last used',
    state: 'State',
  },
  never: 'Never',
  active: 'Active',
  revoked: (day: string) => `Revoked ${day}`,
  revoke: 'Revoke',
  revokedDone: 'Revoked. The key no longer opens anything.',
  empty: 'There are no keys yet.',
  listHeading: 'Keys',
  back: 'Back to API keys',
  scopes: { read: 'read', write: 'change' } as Record<string, string>,
};

export const closuresText = {
  title: 'Office closures',
  intro: 'A closure moves the due dates of open requests that count on that day. Those requesters are told.',
  date: {
    legend: 'Day the office is closed',
    hint: DATE_HINT,
  },
  name: {
    label: 'Name of the closure',
    hint: 'Everybody can read it: it stands wherever days are counted.',
    missing: 'Enter a name.',
  },
  addHeading: 'Add a closure',
  preview: 'See whom it moves',
  previewTitle: 'Check before adding',
  removeTitle: 'Remove this closure?',
  removeHint:
    'Due dates may come closer again, never to less than 5 business days from now. The requesters are told.',
  add: 'Add the closure',
  remove: 'Remove',
  removeButton: 'Remove the closure',
  moves: (n: number) =>
    n === 0 ? 'It moves no due date.' : `It moves ${count(n, 'due date')}. Each requester gets a mail.`,
  calls: 'Calls fall on this day. Coordinators are told of each by mail:',
  callCancels: (at: string) => `: cancelled by itself on ${at}, unless staff confirm that it takes place`,
  callStands: ': too near to be cancelled by itself; it takes place unless staff cancel or move it',
  cancelledCalls:
    'Calls of this day are cancelled already, since the office was to be closed. They stay cancelled:',
  columns: { date: 'Day', name: 'Name', request: 'Request', from: 'Due now', to: 'Due then' },
  empty: 'No closures are entered.',
  listHeading: 'Closures to come',
  done: {
    added: 'Closure added. It moves no due date.',
    'added-moving': 'Closure added. Due dates are being moved.',
    removed: 'Closure removed. No due date moves.',
    'removed-moving': 'Closure removed. Due dates are being moved.',
  } as Record<string, string>,
  directorOnly: 'Directors add and remove closures.',
  back: 'Back to closures',
};

export const mailText = {
  title: 'Mail that needs a look',
  intro:
    'Unknown means that the mail server broke off before saying whether it took the mail. It is never sent again by itself: ask the recipient, then choose.',
  columns: { mail: 'Mail', to: 'To', status: 'State', queued: 'Written', action: 'What to do' },
  about: 'Open what it is about',
  resend: 'Send again',
  markSent: 'Mark as sent',
  empty: 'All mail went out.',
  resolve: { missing: 'Choose what to do.' },
  /** By what was done with a mail, on whichever page its button stood. */
  done: {
    resend: 'The mail is on its way again.',
    'mark-sent': 'The mail is marked as sent.',
  } as Record<string, string>,
  heading: 'Mail about this request',
  noMail: 'No mail yet.',
  statuses: {
    queued: 'Waiting to go out',
    sending: 'Going out',
    sent: 'Sent',
    failed: 'Not delivered',
    unknown: 'Unknown',
    suppressed: 'No longer needed',
  } as Record<string, string>,
};

/** Kinds of mail as staff read them. */
export const mailKinds: Record<string, string> = {
  'request-received': 'Receipt',
  'prerequisites-needed': 'Courses needed',
  'prerequisites-reminder': 'Reminder of courses',
  'clock-started': 'Courses passed, clock started',
  'information-requested': 'Our question',
  'information-reminder': 'Reminder of our question',
  'information-answered': 'Our question answered',
  assigned: 'Assigned',
  'unassigned-reminder': 'Nobody has taken it',
  'draft-returned': 'Draft returned',
  'due-reminder': 'Due soon',
  escalation: 'Past due, to directors',
  'delay-notice': 'Delay notice',
  'extension-notice': 'Extension notice',
  'deadline-warning': 'Court or filing deadline warning',
  'supervisor-confirmation': 'Supervisor asked to confirm',
  'deadline-moved': 'Due date moved',
  'court-date-changed': 'Court or filing date changed',
  'response-ready': 'Answer ready',
  redirected: 'Redirected',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  merged: 'Merged',
  closed: 'Closed',
  reopened: 'Reopened',
  'message-from-requester': 'Message from the requester',
  'message-from-staff': 'Message to the requester',
  'reopening-requested': 'Reopening asked for',
  'reopening-refused': 'Reopening refused',
  'sign-in': 'Sign-in link',
  'confirm-address': 'Form to be confirmed',
  digest: 'Digest',
};

export const settingsText = {
  title: 'Settings',
  heading: 'High volume',
  intro: (threshold: number) =>
    `At high volume some requesters come first: OVC grantees, those with a court or filing deadline, those who completed a training. It turns on by itself from ${count(threshold, 'open request')} on.`,
  now: (open: number, high: boolean) =>
    `${count(open, 'request')} ${open === 1 ? 'is' : 'are'} open; volume counts as ${high ? 'high' : 'normal'} now.`,
  legend: 'High volume',
  on: 'On, whatever the number',
  off: 'By itself, from the number of open requests',
  missing: 'Choose one.',
  save: 'Save',
  saved: 'Saved.',
};

export const completionsText = {
  title: 'Record a completion',
  intro:
    'Most completions arrive by themselves. Record one by hand when somebody shows you a certificate. Clocks that wait for the course start by themselves.',
  email: { label: 'E-mail address', missing: 'Enter the e-mail address the person uses here.' },
  course: { label: 'Course', missing: 'Choose a course.' },
  passed: { legend: 'Result', yes: 'Passed', no: 'Not passed', missing: 'Choose passed or not passed.' },
  score: { label: 'Score in percent (optional)', invalid: 'Enter a whole number from 0 to 100.' },
  date: {
    legend: 'Completed on',
    hint: DATE_HINT,
    future: 'Enter a date that is not in the future.',
  },
  save: 'Record',
  saved: 'Recorded.',
  known: 'This completion was known already.',
};

export const numbersText = {
  title: 'Numbers',
  now: 'Now',
  promise: 'The promise',
  open: 'Open requests',
  overdue: 'Overdue',
  overdueMeans:
    'Overdue: open, its clock has started, and the promised day has passed, or the earlier day that we aim for because of a court or filing date. An earlier day that had passed already when we learned of that date does not count.',
  receivedThisMonth: 'Received this month',
  byState: 'By the requester’s state',
  byTopic: 'By topic',
  state: 'State',
  topic: 'Topic',
  noState: 'No state given',
  noTopic: 'No topic named',
  noRequests: 'No request was received in this time.',
  receivedIntro: (days: number) =>
    `Requests received in the last ${days} days. A request can have several topics. Groups of fewer than five are counted together.`,
  smallGroups: 'All others, each fewer than 5',
  fewTogether: 'Fewer than 5 in all',
  count: 'Requests',
  more: 'More about the desk now',
  week: 'Due in the next 7 days',
  waiting: 'Waiting on requesters',
  unassigned: 'Unassigned',
  escalated: 'Escalated',
  byPerson: 'Open requests by person',
  columns: { person: 'Assigned to', open: 'Open', overdue: 'Overdue', waiting: 'Waiting' },
  figure: 'Figure',
  all: 'All',
  urgent: 'Urgent',
  median: 'Median business days to an answer',
  share: 'Answered within the promise',
  answered: 'Answers counted',
  /** As a count it is true; of a median or a share nothing is said. */
  fewAnswers: 'Under 5',
  notShown: 'Not shown',
  notShownWhy: 'Not shown: fewer than 5 answers',
  noAnswers: 'No answers yet',
  /** Of a part of one, like 0.956. */
  percent: (share: number): string => `${Math.round(share * 100)}%`,
  intro: (days: number, promise: number) =>
    `Answers of the last ${days} days. The promise is ${promise} business days; extended requests count outside of it. Medians and shares of fewer than 5 answers are not shown.`,
};
