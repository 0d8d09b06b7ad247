import type { CallCancelReason, CallDeadlineKind, CallEventType } from '../../domain/calls/call-state.js';
import type { CallStatus } from '../../domain/calls/call-status.js';
import type { QuestionStatus } from '../../domain/calls/handover.js';
import type { QuestionAbout } from '../../domain/calls/question-policy.js';
import type { RegistrationReason, RegistrationStatus } from '../../domain/calls/registration-policy.js';
import { count } from './count.js';

/** Words of the staff pages of the calls. */

export const callStatuses: Record<CallStatus, { text: string; classes: string }> = {
  planned: { text: 'Planned', classes: 'govuk-tag--grey' },
  open: { text: 'Questions open', classes: 'govuk-tag--blue' },
  'questions-closed': { text: 'To be selected', classes: 'govuk-tag--yellow' },
  confirmed: { text: 'Questions selected', classes: 'govuk-tag--green' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--red' },
  held: { text: 'Over', classes: 'govuk-tag--purple' },
  completed: { text: 'Completed', classes: 'govuk-tag--grey' },
};

export const cancelReasons: Record<CallCancelReason, string> = {
  'no-questions': 'nobody asked anything by the cut-off',
  'day-off': 'it falls on a day off and nobody confirmed it',
  staff: 'staff decided so',
};

/** What comes next by itself. */
export const nextSteps: Record<CallDeadlineKind, string> = {
  'flag-day-off': 'Coordinators are told that it falls on a day off or its eve',
  'cancel-day-off': 'It is cancelled unless somebody confirms it',
  'window-opens': 'Questions open',
  reminder: 'Registrants who asked for mail are reminded',
  'cut-off': 'Questions close',
  'select-until': 'Free places are filled automatically and askers are told',
  ends: 'The call ends',
  'hand-over': 'Unanswered questions become requests, where the asker agreed',
  completed: 'The call is closed, with or without attendance',
  retire: 'Recap and attendance can no longer be changed',
};

export const boardText = {
  title: 'Calls',
  empty: 'No call is planned.',
  paused: 'Paused: no further calls are planned.',
  planned: (until: string) => `Planned through ${until}.`,
  waiting: (n: number) =>
    n === 1 ? '1 registration waits for a decision' : `${n} registrations wait for a decision`,
  noneWaiting: 'No registration waits.',
  approved: (n: number) => count(n, 'approved registrant'),
  change: 'Skip a date, add a call or pause',
  columns: { call: 'Call', status: 'Status', questions: 'Questions', next: 'Next' },
  questions: (asked: number, places: number) => `${asked} asked, ${count(places, 'place')}`,
  dayOff: (name: string) => `On ${name}`,
  needsConfirmation: 'Confirm, move or cancel it',
  confirmed: 'Confirmed by staff',
  eve: 'On the eve of a day off',
  noAttendance: 'Attendance not known',
  later: (n: number) => `${count(n, 'later call')} planned; they appear here as they come closer.`,
} as const;

export const seriesText = {
  title: (name: string) => `Change the series: ${name}`,
  back: 'Back to calls',
  skip: {
    heading: 'Skip a date',
    intro:
      'A call that is planned already is cancelled in its own room instead, so that its registrants are told.',
    legend: 'Date of the call to skip',
    button: 'Skip this date',
    notACall: 'This series has no call on that day.',
  },
  extra: {
    heading: 'Add an extra call',
    intro: (time: string) =>
      `It begins at ${time} Pacific time; move it in its room if it should begin at another hour.`,
    legend: 'Date of the extra call',
    topic: 'Topic',
    button: 'Add the call',
    past: 'Choose a date that is still to come.',
    taken: 'There is a call on that day already.',
  },
  pause: {
    heading: 'Pause the series',
    intro:
      'No further calls are planned until somebody resumes it. Calls planned already stay; cancel them in their rooms.',
    button: 'Pause the series',
  },
  resume: {
    heading: 'Resume the series',
    intro: 'Calls are planned again from today on. What lay in between does not come back.',
    button: 'Resume the series',
  },
  date: { missing: 'Enter a date.', invalid: 'Enter a real date.', hint: 'For example, 12 2 2026' },
  topicMissing: 'Choose a topic.',
  done: {
    skip: 'The date is skipped.',
    extra: 'The extra call is planned.',
    pause: 'The series is paused.',
    resume: 'The series goes on.',
  } as Record<string, string>,
} as const;

export const roomText = {
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
  cancelWords: 'Reason given by staff',
  dayOff: (name: string) => `This call falls on ${name}.`,
  dayOffOpen: 'Unless somebody confirms it, it is cancelled by itself. You can also move it.',
  dayOffConfirmed: 'Staff confirmed that it takes place all the same.',
  important: 'Please decide',
  questions: 'Questions',
  questionsLine: (asked: number, selected: number, max: number) =>
    `${asked} asked, ${selected} selected, ${count(max, 'place')}.`,
  selectLink: 'Open the selection board',
  agenda: 'Agenda to print',
  live: 'Live view for the facilitator',
  calendar: 'Calendar file',
  publicPage: 'Public page',
  link: {
    heading: 'Way in',
    staffFirst:
      'The join link you entered goes first. Approved registrants see it instead of their own Zoom links.',
    kept: 'Zoom would keep something of this call: a recording, a summary or the chat. Until that is off, registrants see no link. The desk looks again every hour. You can enter another link.',
    problem: (code: string) =>
      `The meeting at Zoom is not as it should be (${code}). The desk tries again. If it does not get better, enter another link.`,
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
      `${count(n, 'person', 'people')} there${unclear ? `, ${unclear} still to be told apart` : ''}.`,
    enter: 'Enter attendance',
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
} as const;

export type CallPageKind = 'confirm' | 'move' | 'cancel' | 'recap' | 'link';

export const callDecisionText: Record<
  CallPageKind,
  { title: string; intro: string; button: string; link: string; done: string }
> = {
  confirm: {
    title: 'Confirm this call',
    intro:
      'It takes place although it falls on a day off. Nobody is written to now; reminders go out as usual.',
    button: 'Confirm the call',
    link: 'Confirm',
    done: 'The call is confirmed.',
  },
  move: {
    title: 'Move this call',
    intro:
      'It keeps its topic, its address and its questions. Approved registrants who asked for mail are told the new time. The cut-off for questions never comes earlier than the one announced.',
    button: 'Move the call',
    link: 'Move',
    done: 'The call is moved. Registrants who asked for mail are being told.',
  },
  cancel: {
    title: 'Cancel this call',
    intro:
      'Approved registrants who asked for mail are told that it does not take place. Everybody who asked a question is told that it gets a written answer instead. This cannot be taken back.',
    button: 'Cancel the call',
    link: 'Cancel the call',
    done: 'The call is cancelled. Registrants who asked for mail, and everybody who asked, are being told.',
  },
  recap: {
    title: 'Publish a recap',
    intro:
      'Themes and materials only. Put in no facts of any case and no names: it goes to everybody registered who asked for mail, and it cannot be changed afterwards.',
    button: 'Publish the recap',
    link: 'Publish a recap',
    done: 'The recap is published. Registrants who asked for mail are being told.',
  },
  link: {
    title: 'Enter the join link',
    intro:
      'Kept sealed. Only approved registrants see it, after signing in. Before you paste it, check in the meeting that recording, AI summaries and saved chat are off.',
    button: 'Save the join link',
    link: 'Enter the join link',
    done: 'The join link is saved.',
  },
};

export const callFieldText = {
  reason: {
    label: 'Reason',
    hint: 'It stays with the call, for staff. Write nothing about a case.',
    missing: 'Say why the call is cancelled.',
  },
  recap: {
    label: 'Recap',
    hint: 'For example: what was talked about in general, laws and guides that were named, links to materials.',
    missing: 'Write the recap.',
    warning: 'This looks like details that identify a person',
    goOn: 'I have checked: it identifies nobody',
    check: 'Take these out, or confirm below that they identify nobody.',
  },
  date: {
    legend: 'New date',
    hint: 'For example, 12 2 2026',
    missing: 'Enter a date.',
    invalid: 'Enter a real date.',
  },
  time: {
    label: 'New time, Pacific',
    hint: 'For example, 12:00 PM',
    missing: 'Enter a time like 12:00 PM.',
  },
  link: {
    label: 'Join link',
    hint: 'Begins with https://',
    missing: 'Enter a link that begins with https://.',
  },
  stale:
    'This call has changed since you opened the page. What you typed is kept; look at the call, then send again.',
  unavailable:
    'This could not be carried out right now. What you typed is kept: please try again in a minute.',
} as const;

export const callEvents: Record<CallEventType, string> = {
  planned: 'The call was planned',
  'day-off-flagged': 'Coordinators were told that it falls on a day off',
  'window-opened': 'Questions opened',
  'confirmed-by-staff': 'Confirmed although it falls on a day off',
  selected: 'Questions were chosen',
  'questions-closed': 'Questions closed',
  'selection-closed': 'The selection stands; askers were told',
  reminded: 'Reminder to registrants who asked for mail',
  'reminder-missed': 'The reminder came too late and was left out',
  rescheduled: 'The call was moved',
  'calendar-changed': 'The office calendar changed',
  cancelled: 'The call was cancelled',
  held: 'The call ended',
  'attendance-known': 'Attendance was entered',
  'handed-over': 'Unanswered questions were handed over',
  completed: 'The call was closed',
  'recap-published': 'The recap was published',
  retired: 'The call was put away',
};

export const eventDetails = {
  count: (n: number) => `: ${n}`,
  because: (reason: string) => `: ${reason}`,
  from: (at: string) => ` from ${at}`,
} as const;

export const questionsText = {
  title: 'Selection board',
  empty: 'Nobody has asked a question for this call yet.',
  order: 'In the order in which places are given.',
  worksheetFirst: 'Questions with a completed EMP worksheet come first, then first come, first served.',
  firstCome: 'First come, first served.',
  places: (chosen: number, max: number) => `${chosen} of ${max} places taken.`,
  left: (time: string) => `Time left until free places are filled automatically: ${time}.`,
  until: (at: string) => `You can choose until ${at}.`,
  over: 'The time to choose is over; the selection stands.',
  notYet: 'Questions are not open yet.',
  cancelled: 'The call is cancelled; its questions were handed over.',
  legend: (max: number) => `Choose at most ${max} questions`,
  save: 'Save the selection',
  saved: 'The selection is saved. You can change it until the time to choose is over; askers are told then.',
  tooMany: (max: number) => `Choose at most ${max} questions. Take the check marks off some.`,
  showText: 'Show what was asked',
  hideText: 'Hide what was asked',
  logged: 'Opening the questions is logged.',
  asked: (at: string) => `asked ${at}`,
  marks: {
    worksheet: 'EMP worksheet',
    prerequisite: 'Prerequisite passed',
    noPrerequisite: 'Prerequisite not passed',
    legal: 'Needs legal analysis',
  },
  selected: 'Selected',
  open: (n: number) => `Question ${n}: read, correct or move`,
  noOrganization: 'no organization named',
  gone: 'No longer on this call',
  agendaTitle: 'Agenda',
  agendaIntro: 'Without names and organizations. Leave this paper with nobody.',
  agendaEmpty: 'No question is selected yet.',
  hidden: '[left out]',
  agendaHidden: 'Details that may identify a person are left out here. Read them on the question’s own page.',
  print: 'Print this page from your browser.',
  minutesEach: (n: number) => `About ${count(n, 'minute')} for each.`,
} as const;

export const questionAboutLabels: Record<QuestionAbout, string> = {
  'trafficking-analysis': 'Trafficking analysis',
  'general-legal': 'General legal',
  'non-legal': 'Not legal',
};

export const questionStatuses: Record<QuestionStatus, string> = {
  asked: 'Asked',
  selected: 'Selected',
  'not-selected': 'Not selected',
  withdrawn: 'Withdrawn',
  moved: 'Moved to another call',
  converted: 'Made into a request',
};

export const questionText = {
  title: (n: number) => `Question ${n}`,
  titleGone: 'Question',
  back: 'Back to the selection board',
  asked: 'Asked by',
  organization: 'Organization',
  role: 'Role',
  status: 'Status',
  about: 'About',
  when: 'Asked',
  request: 'Request made of it',
  countsFor: 'Counts for',
  logged: 'That you opened this question is logged.',
  words: 'The question',
  correct: {
    heading: 'Correct the organization',
    intro:
      'One question for each organization and call. The e-mail address suggests which one it is; at shared addresses the unit named decides.',
    label: 'Organization this question counts for',
    missing: 'Enter the name of the organization.',
    button: 'Save the organization',
    done: 'The organization is corrected.',
    taken: 'That organization has a question for this call already. Nothing was changed.',
  },
  move: {
    heading: 'Move to another call',
    intro:
      'A legal question does not belong on a call about other topics. With the asker’s consent it moves to the next call that takes it, keeps its date, and they get a mail.',
    to: 'Move it to',
    nowhere: 'No coming call takes questions of this kind.',
    legal: 'This is a legal question',
    consent: 'The asker agreed to the move',
    consentMissing: 'Ask the asker first, then check that they agreed.',
    legalMissing: 'Check that this is a legal question.',
    button: 'Move the question',
    done: 'The question is moved and the asker is told.',
    taken: 'The asker or their organization has a question for that call already.',
    notNow: 'This question can no longer be moved.',
  },
} as const;

export const attendanceText = {
  title: 'Attendance',
  intro:
    'Entering it again replaces what was entered before. Selected askers who were not there are told to file a request; that happens only once everybody is told apart.',
  uploadHeading: 'Zoom’s report',
  file: {
    label: 'Participants report (CSV)',
    hint: 'In Zoom: Reports, Usage, Participants, Export. Leave “Show unique users” off.',
    missing: 'Choose the CSV file.',
  },
  upload: 'Upload the report',
  handHeading: 'By hand',
  known: {
    legend: 'Who of the askers was there',
    hint: 'Somebody without a check mark counts as not there.',
  },
  others: {
    label: 'Others who were there',
    hint: 'One e-mail address on each line.',
    wrong: (line: number) => `Line ${line} is not an e-mail address.`,
  },
  handButton: 'Save attendance',
  nobody: 'Name at least one person who was there: an empty list would make everybody absent.',
  notBegun: 'Attendance can be entered once the call has begun.',
  selected: 'selected',
  unknown: 'Not known yet.',
  empty: 'The report names nobody. Nothing was changed.',
  noReports: 'Reports are not read here. Enter attendance by hand.',
  tooLate: 'The call is too long ago to change who was there.',
  unclearHeading: 'Who was this?',
  unclearIntro: 'The report has a name that fits nobody for sure. Decide, or say that it was somebody else.',
  who: (name: string) => `Who was “${name}”?`,
  somebodyElse: 'Somebody else',
  decide: 'Save',
  whoMissing: 'Choose who it was.',
  listHeading: 'Who was there',
  columns: { name: 'Name', minutes: 'Minutes', source: 'From' },
  sources: {
    zoom: 'Zoom',
    csv: 'Zoom’s report',
    'zoom-csv': 'Zoom’s report',
    hand: 'By hand',
    json: 'By hand',
    api: 'Another program',
  } as Record<string, string>,
  unknownPerson: 'not registered',
  unclear: 'to be told apart',
  saved: 'Attendance is saved.',
  decided: 'Saved.',
  problems: {
    unreadable: 'The file cannot be read as CSV.',
    'no-header': 'The file has no line with Name, Email, Join time and Leave time.',
    'no-times': 'The file has no times. Export it again with “Show unique users” off.',
    'bad-time': 'has a time that cannot be read.',
    'left-before-joined': 'says that somebody left before they joined.',
    'no-name-or-email': 'has neither a name nor an address.',
  } as Record<string, string>,
  line: (n: number) => `Line ${n}`,
} as const;

export const liveText = {
  title: 'Live view',
  on: (n: number, all: number) => `Question ${n} of ${all}`,
  nothing: 'No question is selected.',
  previous: 'Previous question',
  next: 'Next question',
  refresh: 'Refresh',
  inHeading: 'Who is in',
  inNow: (n: number) => `${count(n, 'person', 'people')} known to be in or to have been in.`,
  inUnknown: 'Not known. Zoom tells it once it is connected; without it, look at the meeting itself.',
  askerIn: 'The asker is in.',
  askerOut: 'The asker is not known to be in.',
} as const;

export const registrationStatuses: Record<RegistrationStatus, { text: string; classes: string }> = {
  pending: { text: 'Waits for a decision', classes: 'govuk-tag--yellow' },
  approved: { text: 'Approved', classes: 'govuk-tag--green' },
  denied: { text: 'Denied', classes: 'govuk-tag--red' },
  revoked: { text: 'Revoked', classes: 'govuk-tag--grey' },
};

export const registrationReasons: Record<RegistrationReason, string> = {
  'role-not-eligible': 'The role is not among those these calls are for.',
  'personal-email': 'The address is a personal one, not a work address.',
  'licensure-missing': 'No state of licensure is named.',
  'employer-missing': 'No employer is named.',
};

export const registrationsText = {
  title: 'Registrations',
  tabsLabel: 'Registrations by status',
  tabs: { pending: 'To decide', approved: 'Approved', denied: 'Denied', revoked: 'Revoked' } as Record<
    RegistrationStatus,
    string
  >,
  empty: { pending: 'No registration waits for a decision.', other: 'There are none.' },
  capacity: (list: string) =>
    `Everybody eligible is welcome; only the meeting license limits how many fit in at once. Approved so far: ${list}. Check that the license is large enough.`,
  columns: { who: 'Who', series: 'Series', reasons: 'Looked at because', when: 'Registered' },
  noReasons: 'Nothing stood out.',
  more: 'Show more',
  pageTitle: (name: string) => `Registration of ${name}`,
  back: 'Back to registrations',
  facts: {
    series: 'Series',
    email: 'E-mail address',
    role: 'Role',
    licensedIn: 'Licensed in',
    employer: 'Employer',
    status: 'Registration',
  },
  none: 'not named',
  reasonsHeading: 'What a person has to look at',
  history: 'History',
  historyLines: {
    registered: 'Registered',
    approved: 'Approved',
    denied: 'Denied',
    revoked: 'Revoked',
    pending: 'Put back for a decision: the profile changed',
  } as Record<string, string>,
  bySystem: 'by the rules',
  mail: (kind: string) => `Mail: ${kind}`,
  reply: 'Reason given',
  decide: 'Decide',
  kinds: {
    approve: { text: 'Approve', hint: 'They can attend every call of the series, and are told.' },
    deny: { text: 'Deny', hint: 'They are told and read the reason after signing in.' },
    revoke: { text: 'Revoke', hint: 'They can no longer attend, and are told.' },
  },
  kindLegend: 'Decision',
  kindMissing: 'Choose a decision.',
  reason: {
    label: 'Reason',
    hint: 'The registrant reads it after signing in. Not needed for an approval.',
    missing: 'Say why.',
  },
  save: 'Save the decision',
  done: {
    approve: 'Approved. They are told.',
    deny: 'Denied. They are told.',
    revoke: 'Revoked. They are told.',
  } as Record<string, string>,
  stale:
    'Somebody decided about this registration while you had the page open. What you typed is kept; look again, then send.',
} as const;

/** Kinds of mail about calls as staff read them. */
export const callMailKinds: Record<string, string> = {
  'registration-approved': 'Registration approved',
  'registration-pending': 'Registration received',
  'registration-denied': 'Registration denied',
  'question-received': 'Question received',
  'question-selected': 'Question selected',
  'question-not-selected': 'Question not selected',
  'question-moved': 'Question moved',
  'asked-but-absent': 'Asked but not there',
  'call-reminder': 'Reminder',
  'call-cancelled': 'Cancelled',
  'call-rescheduled': 'New time',
  'call-recap': 'Recap',
  'call-day-off': 'Day off, to coordinators',
  'subscription-confirmation': 'Confirm subscription',
};

export function timeLeftWords(left: { days: number; hours: number; minutes: number }): string {
  const parts = [
    left.days ? count(left.days, 'day') : '',
    left.hours ? count(left.hours, 'hour') : '',
    left.minutes ? count(left.minutes, 'minute') : '',
  ].filter(Boolean);
  return parts.slice(0, 2).join(', ') || 'less than a minute';
}
