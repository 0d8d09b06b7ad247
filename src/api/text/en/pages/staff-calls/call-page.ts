import type { MailKind, MailKindAbout } from '../../../../../domain/mail/kinds.js';
import { count } from '../count.js';

/** Words of a call’s page, and its kinds of mail. */

export const callPageText = {
  back: 'Back to calls',
  backToRoom: 'Back to the call',
  next: 'Next',
  nothingNext: 'Nothing more happens by itself.',
  times: 'Times',
  time: {
    starts: 'Begins',
    ends: 'Ends',
    opens: 'Questions open',
    closes: 'Questions close',
    select: 'Select until',
    reminder: 'Reminder',
  },
  cancelled: (reason: string) => `Cancelled: ${reason}.`,
  cancelTold: (reason: string) => `Everybody is told: ${reason}.`,
  cancelWords: 'Reason given by staff',
  dayOff: (name: string) => `This call falls on ${name}`,
  dayOffCancels: (at: string) =>
    `Unless somebody confirms it, it is cancelled by itself on ${at}. You can also move it.`,
  dayOffStands: 'It is not cancelled by itself any more: it takes place unless you cancel or move it.',
  dayOffConfirmed: 'Staff confirmed that it takes place all the same.',
  important: 'Please decide',
  questions: 'Questions',
  questionsLine: (asked: number, selected: number, max: number) =>
    `${asked} asked, ${selected} selected, ${count(max, 'place')}.`,
  selectLink: 'Open the selection board',
  agenda: 'Agenda to print',
  calendar: 'Calendar file',
  publicPage: 'Public page',
  live: 'Live view for the facilitator',
  capacity: (approved: number, capacity: number | null) =>
    `${count(approved, 'person', 'people')} approved for this series. ${
      capacity === null
        ? 'How many get into the meeting at once is not known.'
        : `The meeting takes ${capacity.toLocaleString('en-US')} at once.`
    }`,
  above: {
    title: 'More people are registered than the meeting takes',
    text: (approved: number, capacity: number) =>
      `${approved.toLocaleString('en-US')} are approved, and ${capacity.toLocaleString('en-US')} get in at once by the meeting’s license. Nobody is turned away here. If you expect more than that, get a larger license.`,
  },
  beingKept: {
    title: 'Something of this call was kept at Zoom',
    what: { recording: 'a recording', 'meeting-summary': 'a summary' } as Record<string, string>,
    text: (what: string) =>
      `Zoom told of ${what}. Stop it if it is still running, and delete at Zoom what was kept.`,
  },
  link: {
    heading: 'Join link',
    unchecked:
      'Zoom does not say whether its host’s settings would keep something of calls. Look there, or give the desk’s app the permission to read them.',
    staffFirst:
      'The join link you entered goes first. Approved registrants see it instead of their own Zoom links.',
    kept: 'Zoom would keep something of this call: a recording, a summary or the chat. Until that is off, registrants see no link. The desk looks again every hour. You can enter another link.',
    problem: (code: string) =>
      `The meeting at Zoom is not as it should be (${code}). The desk tries again. If that does not help, enter another link.`,
    zoom: 'Zoom made this meeting. Registrants have links of their own.',
    set: 'A join link is set. Approved registrants see it on their own page after signing in.',
    none: 'No join link yet. Without one registrants cannot get in.',
    enter: 'Enter the join link',
    change: 'Change the join link',
  },
  attendance: {
    heading: 'Attendance',
    none: 'Not known yet. Nobody counts as absent until it is.',
    known: (n: number, unclear: number) =>
      `${count(n, 'person', 'people')} there${unclear ? `, ${unclear} not matched yet` : ''}.`,
    enter: 'Enter attendance',
  },
  poll: {
    few: (answers: number, fewest: number) =>
      `Poll: ${count(answers, 'answer')}. What they say is shown from ${fewest} answers on.`,
    line: (answers: number, useful: number, easy: number) =>
      `Poll: ${count(answers, 'answer')}. Useful ${useful.toFixed(1)} of 5, easy to follow ${easy.toFixed(1)} of 5.`,
  },
  recap: { heading: 'Recap', none: 'Not published.', on: (at: string) => `Published ${at}.` },
  delivery: {
    heading: 'Mail of this call',
    empty: 'No mail yet.',
    kind: 'Mail',
    byKind: 'Mail by kind',
    columns: {
      queued: 'Waiting',
      sent: 'Sent',
      failed: 'Failed',
      unknown: 'Unknown',
      suppressed: 'Not wanted',
    },
    trouble: 'These need a person',
    allFine: 'No mail needs a person.',
    more: (n: number) => `${n} more are on the mail page.`,
    progress: (sent: number, all: number) => `${sent} of ${all} sent so far.`,
  },
  timeline: 'What happened',
  decisions: 'Decide',
};

/** Kinds of mail about calls as staff read them. */
export const callMailKinds: Record<string, string> = {
  'registration-approved': 'Registration approved',
  'registration-pending': 'Registration received',
  'registration-denied': 'Registration denied',
  'registration-review': 'Registration to look at, to coordinators',
  'question-received': 'Question received',
  'question-selected': 'Question selected',
  'question-not-selected': 'Question not selected',
  'question-move-proposed': 'Asked whether a question may move',
  'question-moved': 'Question moved',
  'question-call-rescheduled': 'New time, to an asker',
  'asked-but-absent': 'Asked but not there',
  'call-reminder': 'Reminder',
  'call-cancelled': 'Cancelled',
  'call-rescheduled': 'New time',
  'call-recap': 'Recap',
  'call-day-off': 'Day off, to coordinators',
  'call-meeting-problem': 'Meeting needs a look, to staff',
  'subscription-confirmation': 'Confirm subscription',
} satisfies Record<
  Exclude<
    MailKind,
    | MailKindAbout<'request'>
    | MailKindAbout<'form'>
    | MailKindAbout<'digest'>
    | MailKindAbout<'nothing'>
    | MailKindAbout<'review'>
    | MailKindAbout<'absence'>
    | MailKindAbout<'mentor'>
    | MailKindAbout<'introduction'>
  >,
  string
>;
