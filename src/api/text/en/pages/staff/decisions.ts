import type { Readers } from '../../../../../domain/requests/case-texts.js';
import type { DecisionKind } from '../../../../../domain/requests/decision.schema.js';
import { DATE_HINT } from './common.js';

interface DecisionText {
  /** The link or button on the request's page. */
  link: string;
  /** Title of the decision's own page. */
  title: string;
  /** What will happen, before anybody presses the button. */
  intro: string;
  button: string;
  /** Said on the request's page afterwards. */
  done: string;
}

export const decisionText: Record<DecisionKind, DecisionText> = {
  assign: {
    link: 'Assign',
    title: 'Who should answer this?',
    intro: 'The person you choose gets a mail with a link. Reminders about the due date go to them.',
    button: 'Assign',
    done: 'Assigned.',
  },
  'request-information': {
    link: 'Ask for information',
    title: 'What do you need to know?',
    intro:
      'The requester gets a mail with a link, never your words by mail. The clock is paused until they answer; they are reminded, and the request lapses if no answer comes.',
    button: 'Ask and pause the clock',
    done: 'Your question is on its way. The clock is paused.',
  },
  redirect: {
    link: 'Redirect',
    title: 'Where is this better placed?',
    intro:
      'This ends the request. The requester gets a mail with a link and reads your note after signing in.',
    button: 'Redirect',
    done: 'Redirected. The requester is told.',
  },
  decline: {
    link: 'Decline',
    title: 'Why can’t we answer this?',
    intro:
      'This ends the request. The requester gets a mail with a link and reads your reason after signing in.',
    button: 'Decline',
    done: 'Declined. The requester is told.',
  },
  extend: {
    link: 'Extend the deadline',
    title: 'How much longer will it take?',
    intro:
      'The requester is told the new date and your reason. Reports count the request outside of the promise.',
    button: 'Extend',
    done: 'Extended. The requester is told.',
  },
  'draft-response': {
    link: 'Write the answer',
    title: 'Write the answer',
    intro: 'Leave out names and numbers that could identify a client.',
    button: 'Save draft',
    done: 'Draft saved.',
  },
  'submit-for-review': {
    link: 'Submit for review',
    title: 'Is the draft ready for review?',
    intro: 'A colleague reads it, then sends it or returns it to you.',
    button: 'Submit for review',
    done: 'Submitted for review.',
  },
  'return-response': {
    link: 'Return the draft',
    title: 'What should change in the draft?',
    intro: 'The author finds your note on the request and can submit the draft again.',
    button: 'Return the draft',
    done: 'Returned to its author.',
  },
  'send-response': {
    link: 'Review and send',
    title: 'Send this answer?',
    intro: 'This can’t be taken back. Read the answer as the requester will.',
    button: 'Send the answer',
    done: 'The answer is sent and the clock has stopped.',
  },
  merge: {
    link: 'Merge',
    title: 'Which request should go on?',
    intro:
      'This request ends and the other one answers both. The earliest dates of the two count, and the requester sees them there. So only requests of one person are merged: of two people’s requests, answer both, or redirect one.',
    button: 'Merge',
    done: 'Merged.',
  },
  reprioritise: {
    link: 'Change urgency',
    title: 'Is this urgent?',
    intro:
      'Urgent requests come first in the queue. The due date stays. The requester gets no mail about it.',
    button: 'Save',
    done: 'Urgency changed.',
  },
  close: {
    link: 'Close',
    title: 'Close this request?',
    intro: 'Close it when the answer was read or nothing more will come. It can be reopened.',
    button: 'Close the request',
    done: 'Closed.',
  },
  reopen: {
    link: 'Reopen',
    title: 'Why is this reopened?',
    intro:
      'It comes back with its first date and place in the queue. The clock counts from today. The requester is told that it is open again, not why.',
    button: 'Reopen',
    done: 'Reopened.',
  },
  'refuse-reopening': {
    link: 'Refuse to reopen',
    title: 'Why is this not being reopened?',
    intro:
      'The request stays as it is. The requester gets a mail with a link and reads your reason after signing in.',
    button: 'Refuse',
    done: 'Refused. The requester is told.',
  },
  reply: {
    link: 'Write to the requester',
    title: 'Write to the requester',
    intro:
      'The requester gets an email with a link and reads your message after signing in. The clock keeps running: to wait for facts, ask for information instead.',
    button: 'Send the message',
    done: 'Your message is on its way.',
  },
  note: {
    link: 'Add a note',
    title: 'Add a note',
    intro: 'Leave out names and numbers that could identify a client.',
    button: 'Save note',
    done: 'Note saved.',
  },
  reclassify: {
    link: 'Change the kind',
    title: 'What kind of request is this?',
    intro:
      'A review of a T visa document waits for the courses it needs; the clock then starts when they are passed.',
    button: 'Change the kind',
    done: 'Kind changed.',
  },
  'change-deadline': {
    link: 'Change the court or filing date',
    title: 'Is there a court or filing date?',
    intro: 'We aim to answer a few business days before it, and warn the people working on the request.',
    button: 'Save',
    done: 'Court or filing date changed.',
  },
};

/** Said at every field for words: who will read them. */
export function readersText(readers: Readers, hasSupervisor: boolean): string {
  switch (readers) {
    case 'case':
      return hasSupervisor
        ? 'The requester reads this after signing in, and so does a supervisor who has confirmed.'
        : 'The requester reads this after signing in.';
    case 'staff':
      return 'Only staff read this.';
    case 'nobody':
      return '';
  }
}

/** A draft changes its readers when it is sent. */
export const draftReaders = (hasSupervisor: boolean): string =>
  hasSupervisor
    ? 'Only staff read this until it is sent. Then the requester does, and a supervisor who has confirmed.'
    : 'Only staff read this until it is sent. Then the requester does.';

/** Labels, hints and what to say when a field was left out. */
export const fieldText = {
  to: {
    label: 'Staff member',
    missing: 'Choose who should answer this.',
    cannotAnswer: 'cannot write the answer',
  },
  question: {
    label: 'Your question',
    hint: 'Ask for all you need at once. Ask for facts, not for names.',
    missing: 'Write what you need to know.',
  },
  redirectTo: {
    legend: 'Send the requester to',
    missing: 'Choose where to redirect to.',
    theirCall: (title: string | null) => title ?? 'None is open to their role: say in the note what to do',
  },
  note: {
    label: 'Note to the requester',
    hint: 'Needed for a mentor, and where no call is open to their role. The call that is theirs, the resources picked, the workshop’s list and the referral lists are named and linked by themselves.',
  },
  resources: {
    legend: 'Which resources?',
    hint: 'Only for published resources. Those on the topics of the request come first. If you pick none, the requester is pointed to the ones on their topics.',
  },
  workshop: {
    label: 'Which workshop?',
    hint: 'Only for a workshop.',
    none: 'Choose a workshop',
    all: 'All of them',
    unchosen: 'Choose a workshop, or all of them.',
  },
  policy: { legend: 'Ground', hint: 'Only staff see the ground.', missing: 'Choose a ground.' },
  reason: { label: 'Reason', missing: 'Write a reason.' },
  toldReason: { label: 'Reason, as the requester will read it', missing: 'Write a reason.' },
  businessDays: {
    label: 'Business days',
    hint: (max: number) => `Up to ${max} without a director; a second extension needs a director, too.`,
    missing: 'Enter the number of business days.',
    notNumber: 'Enter a whole number of business days, like 3.',
  },
  body: { label: 'Answer', missing: 'Write the answer first.' },
  replyBody: { label: 'Your message', missing: 'Write the message first.' },
  refusalReason: { label: 'Reason, as the requester will read it', missing: 'Write a reason.' },
  noteBody: { label: 'Note', missing: 'Write the note first.' },
  returnNote: { label: 'What should change', missing: 'Write what should change.' },
  into: {
    legend: 'Merge into',
    missing: 'Choose the request that should go on, or enter its reference.',
    other: 'Another request',
    reference: 'Reference of the other request',
    referenceHint: 'An open request of the same person, like TA-2026-0012',
    noOther:
      'This person has no other open request now. If one has just come in, enter it like TA-2026-0012.',
    unknown: 'There is no open request with this reference.',
    anotherPerson: (reference: string) =>
      `${reference} is another person’s request, and merging would show each of them the other’s dates. Answer both, or redirect this one.`,
  },
  urgent: { legend: 'Urgency', yes: 'Urgent', no: 'Not urgent', missing: 'Choose urgent or not urgent.' },
  requestKind: { legend: 'Kind of request', missing: 'Choose a kind.' },
  documentKind: { label: 'Document', hint: 'Only for a document review.', none: 'No document' },
  tVisaRelated: {
    legend: 'Is the document T visa related?',
    hint: 'Only for another document.',
    yes: 'Yes',
    no: 'No',
  },
  deadlineKind: {
    legend: 'Kind of date',
    court: 'Court date',
    filing: 'Filing deadline',
    none: 'There is no such date',
    missing: 'Choose a kind of date, or say that there is none.',
  },
  date: {
    legend: 'Date',
    hint: DATE_HINT,
  },
};

export const redirectionLabels = {
  'legal-working-group': 'The call open to their role',
  resources: 'Published resources',
  workshop: 'A workshop',
  referral: 'A referral list',
  mentor: 'A mentor',
};

export const policyLabels = {
  scope: 'Outside of what written assistance covers',
  ethics: 'Ethics',
  overuse: 'Overuse without materials, training or earlier advice followed',
  'not-served': 'Not somebody this program serves',
};
