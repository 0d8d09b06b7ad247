import type { ConductField } from '../../../../../domain/conduct/conduct-texts.js';
import type { ReviewDecisionKind } from '../../../../../domain/conduct/review-decisions.js';
import type { ReviewEventData, ReviewEventType } from '../../../../../domain/conduct/review-state.js';
import type { Grounds, ReviewStatus } from '../../../../../domain/conduct/review-statuses.js';
import type { MailKindAbout } from '../../../../../domain/mail/kinds.js';

/** Conduct reviews, as directors read them. */

export const groundsText: Record<Grounds, string> = {
  plagiarism: 'Plagiarism',
  'unauthorized-practice': 'Unauthorized practice of law',
  overuse: 'Use instead of one’s own work',
  'other-violation': 'Another violation',
};

const statuses: Record<ReviewStatus, string> = {
  open: 'Open, not told yet',
  notified: 'Notice given',
  refused: 'Assistance refused',
  appealed: 'Appealed',
  upheld: 'Refusal upheld',
  dismissed: 'Dismissed',
  reversed: 'Refusal reversed',
  expired: 'Refusal ended',
};

const fields: Record<ConductField, string> = {
  evidence: 'Evidence',
  reply: 'Reply to the notice',
  refusal: 'Reason of the refusal',
  dismissal: 'Reason of the dismissal',
  appeal: 'Appeal',
  'appeal-decision': 'Reason of the decision on the appeal',
};

const events: Record<ReviewEventType, (data: ReviewEventData) => string> = {
  opened: () => 'Review opened',
  notified: () => 'Notice given to the person',
  replied: () => 'The person replied',
  refused: () => 'Assistance refused',
  dismissed: ({ lifted }) => (lifted ? 'Refusal lifted, review dismissed' : 'Review dismissed'),
  appealed: () => 'Appeal made',
  'appeal-upheld': ({ alone }) => `Refusal upheld${alone ? BY_THE_SAME : ''}`,
  'appeal-reversed': ({ alone }) => `Refusal reversed${alone ? BY_THE_SAME : ''}`,
  expired: () => 'Refusal ended by itself',
  'decision-reminded': () => 'Directors reminded: nobody has decided',
  'appeal-reminded': () => 'Directors reminded: the appeal is due soon',
  'appeal-escalated': () => 'Directors told: the appeal is past due',
  'calendar-changed': () => 'The office’s calendar changed',
};
const BY_THE_SAME = ', by the director who had refused: there is no other';

interface DecisionWords {
  link: string;
  title: string;
  lead: string[];
  button: string;
  reason?: { label: string; hint: string; missing: string };
  done: string;
}

/** What directors decide on pages; a person replies and appeals on their own page. */
const decisions: Record<Exclude<ReviewDecisionKind, 'reply' | 'appeal'>, DecisionWords> = {
  notify: {
    link: 'Give notice to the person',
    title: 'Give notice to the person?',
    lead: [
      'They get an e-mail that says nothing about it. After signing in they read what the review is about, not the evidence, and may reply.',
      'Nothing is refused by this.',
    ],
    button: 'Give notice',
    done: 'The person has been given notice.',
  },
  refuse: {
    link: 'Refuse assistance until a day',
    title: 'Refuse assistance',
    lead: [
      'Until that day no new request and no question for a call is taken from this person, under any of their addresses. Requests that are open stay as they are.',
      'They may appeal, and are told how and until when.',
    ],
    button: 'Refuse assistance',
    reason: {
      label: 'Reason',
      hint: 'The person reads this. Say what was found and why this is the right answer to it; name no client.',
      missing: 'Write the reason: the person reads it, and can’t appeal without one.',
    },
    done: 'Assistance is refused until that day. The person has been told.',
  },
  dismiss: {
    link: 'Dismiss the review',
    title: 'Dismiss the review',
    lead: [
      'Nothing comes of it, and a refusal that stands ends now. A person who was given notice is told that the matter is closed.',
    ],
    button: 'Dismiss the review',
    reason: {
      label: 'Reason',
      hint: 'Kept with the review; a person who was given notice reads it.',
      missing: 'Write the reason.',
    },
    done: 'The review is dismissed.',
  },
  'decide-appeal': {
    link: 'Decide the appeal',
    title: 'Decide the appeal',
    lead: ['Read the refusal and the appeal as if you saw them for the first time.'],
    button: 'Decide',
    reason: {
      label: 'Reason',
      hint: 'The person reads this. Answer what they wrote.',
      missing: 'Write the reason: the person reads it.',
    },
    done: 'The appeal is decided, and the person has been told.',
  },
};

const conductText = {
  title: 'Conduct reviews',
  intro:
    'Whether somebody is refused assistance for what they did with it. Each case is looked at by itself; nothing follows by itself. Only directors and admins see these pages, and the person concerned sees their own.',
  running: 'Running',
  ended: 'Ended',
  empty: 'No reviews here.',
  more: 'Earlier ones',
  columns: { person: 'Person', grounds: 'About', status: 'Status', dates: 'Dates' },
  openedOn: (day: string) => `opened ${day}`,
  untilDay: (day: string) => `until ${day}`,
  decideBy: (day: string) => `appeal due ${day}`,
  how: 'To open one, go to the person from a request of theirs.',
  grounds: groundsText,
  statuses,
  fields,
  events,
  decisions,
  back: 'Back to conduct reviews',
  backToReview: 'Back to the review',
  pageTitle: (name: string) => `Conduct review: ${name}`,
  decide: 'Decide',
  nothingToDecide: 'Nothing is to be decided here now.',
  waitsForAnother: 'Another director decides this appeal than the one who refused.',
  waitsForDirector: 'A director decides the appeal.',
  facts: {
    about: 'About',
    person: 'Person',
    opened: 'Opened',
    notice: 'Notice given',
    until: 'Refused through',
    appealUntil: 'May appeal until',
    decideBy: 'Appeal to be decided by',
    ended: 'Ended',
    notYet: 'Not yet',
  },
  alone: 'The appeal was decided by the director who had refused: the program has no other.',
  said: 'What was said',
  byPerson: 'by the person',
  by: (name: string) => `by ${name}`,
  readByPerson: 'the person reads this',
  notReadByPerson: 'only directors and admins read this',
  history: 'What happened',
  until: {
    legend: 'Last day of the refusal',
    hint: (through: string) => `No later than ${through}. It ends by itself at the end of that day.`,
    what: 'The last day of the refusal',
  },
  upheld: {
    legend: 'Does the refusal stand?',
    yes: 'Yes, it stands until its last day',
    no: 'No, it ends now',
    missing: 'Say whether the refusal stands.',
  },
  aloneWarning: {
    title: 'You refused yourself',
    text: 'The program has no other director, so you may decide. The review says that you did both.',
  },
  open: {
    link: 'Open a conduct review',
    title: (name: string) => `Open a conduct review about ${name}`,
    lead: 'Nobody is told yet. What you write is sealed; only directors and admins read it.',
    grounds: 'What is it about?',
    groundsMissing: 'Say what it is about',
    evidence: {
      label: 'Evidence',
      hint: 'What was seen, where and when, and by whom. Name no client.',
      missing: 'Write what was seen.',
    },
    button: 'Open the review',
    done: 'The review is open. Nobody has been told yet.',
    back: 'Back to the person',
  },
  /** On the page of a person. */
  ofPerson: { title: 'Conduct reviews', empty: 'None.' },
};

/** By the addresses of their pages, which share them. */
export const conductTexts = {
  conduct: conductText,
  'conduct/open/:person': conductText,
  'conduct/:id': conductText,
  'conduct/:id/decide/:kind': conductText,
};

/** Kinds of mail about conduct reviews, as directors read them. */
export const conductMailKinds: Record<string, string> = {
  'conduct-notice': 'Notice of a review',
  'conduct-refused': 'Assistance refused',
  'conduct-dismissed': 'Review dismissed',
  'conduct-appeal-received': 'Appeal received',
  'conduct-appeal-decided': 'Appeal decided',
  'conduct-expired': 'Refusal ended',
  'conduct-question-kept': 'Question kept for its asker',
  'conduct-reply': 'Reply to a notice, to directors',
  'conduct-appeal': 'Appeal, to directors',
  'conduct-decision-reminder': 'Review undecided, to directors',
  'conduct-appeal-reminder': 'Appeal due soon, to directors',
  'conduct-appeal-overdue': 'Appeal past due, to directors',
} satisfies Record<MailKindAbout<'review'>, string>;
