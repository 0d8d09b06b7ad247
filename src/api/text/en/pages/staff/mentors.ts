import type { MailKindAbout } from '../../../../../domain/mail/kinds.js';
import type {
  IntroductionEventData,
  IntroductionEventType,
  Side,
} from '../../../../../domain/mentors/introduction-state.js';
import type {
  EndReason,
  IntroductionStatus,
  Useful,
} from '../../../../../domain/mentors/introduction-statuses.js';
import type { IntroductionField } from '../../../../../domain/mentors/introduction-texts.js';
import type { MentorEventType, MentorStatus } from '../../../../../domain/mentors/mentor-statuses.js';
import type { Why } from '../../../../../domain/mentors/rank-mentors.js';

/** Kinds of mail about mentors, as staff read them. */
export const mentorMailKinds: Record<string, string> = {
  'mentor-invitation': 'Invitation to be a mentor',
  'mentor-invitation-reminder': 'Invitation to be a mentor: reminder',
  'mentor-joined': 'Welcome to the pool of mentors',
  'mentor-left': 'Left the pool of mentors',
  'mentor-removed': 'Taken out of the pool of mentors',
  'introduction-asked': 'May we introduce you to a mentor',
  'introduction-reminder': 'Introduction: reminder to the requester',
  'introduction-made': 'Introduced, to the requester',
  'introduction-not-made': 'Not introduced, to the requester',
  'introduction-ended': 'Introduction ended, to the requester',
  'introduction-follow-up': 'How did it go, to the requester',
  'mentoring-asked': 'Would you mentor somebody',
  'mentoring-reminder': 'Introduction: reminder to the mentor',
  'mentoring-made': 'Introduced, to the mentor',
  'mentoring-ended': 'Introduction ended, to the mentor',
  'mentoring-follow-up': 'How did it go, to the mentor',
} satisfies Record<MailKindAbout<'mentor'> | MailKindAbout<'introduction'>, string>;

const mentorStatuses: Record<MentorStatus, string> = {
  invited: 'Invited',
  active: 'In the pool',
  declined: 'Declined',
  left: 'Left',
  removed: 'Taken off',
  unanswered: 'Not answered',
};

const mentorEvents: Record<MentorEventType, string> = {
  invited: 'Invited',
  agreed: 'Agreed',
  declined: 'Declined',
  changed: 'Areas, limit or pause changed',
  left: 'Left the pool',
  removed: 'Taken off by staff',
  reminded: 'Reminded of the invitation',
  unanswered: 'Not answered in time',
  joined: 'Two records of one person became one',
};

const statuses: Record<IntroductionStatus, string> = {
  'requester-asked': 'Requester asked',
  'mentor-asked': 'Mentor asked',
  introduced: 'Introduced',
  'following-up': 'Asked how it went',
  closed: 'Closed',
  declined: 'Declined',
  withdrawn: 'Consent withdrawn',
  unanswered: 'Not answered',
  unavailable: 'Mentor not available',
  ended: 'Ended by staff',
};

const reasons: Record<EndReason, string> = {
  'no-longer-needed': 'No longer needed',
  'not-a-match': 'Not a match',
  'mentor-not-available': 'The mentor is not available',
  'proposed-by-mistake': 'Proposed by mistake',
  other: 'Another reason',
};

const sides: Record<Side, string> = { requester: 'requester', mentor: 'mentor' };
const useful: Record<Useful, string> = { yes: 'useful', partly: 'partly useful', no: 'not useful' };
const ofSide = (side: Side | undefined) => (side ? ` (${sides[side]})` : '');

const events: Record<IntroductionEventType, (data: IntroductionEventData) => string> = {
  proposed: () => 'Proposed; the requester was asked',
  'requester-consented': () => 'The requester agreed; the mentor was asked',
  'mentor-unavailable': () => 'The mentor had no room, had paused or left',
  declined: ({ side }) => `Declined${ofSide(side)}`,
  withdrawn: () => 'The requester took their consent back',
  introduced: () => 'The mentor agreed; both were introduced',
  reminded: ({ side }) => `Reminded${ofSide(side)}`,
  unanswered: ({ side }) => `No answer in time${ofSide(side)}`,
  'follow-up-asked': () => 'Both were asked how it went',
  answered: ({ side }) => `Said how it went${ofSide(side)}`,
  closed: () => 'Closed by itself',
  ended: ({ reason }) => `Ended by staff${reason ? `: ${reasons[reason]}` : ''}`,
  joined: () => 'Two records became one; another introduction of the same two goes on',
  'calendar-changed': () => 'The office’s calendar changed',
};

const whyState: Record<Why['state'], string> = {
  named: 'in the requester’s state',
  anywhere: 'anywhere',
  other: 'in other states',
  unknown: 'in certain states; the requester named none',
};

const termsWords = {
  topics: { legend: 'Areas', hint: 'What they can help with.', missing: 'Choose at least one area.' },
  states: {
    label: 'States (optional)',
    hint: 'Names or codes, separated by commas. Left empty: anywhere.',
    unknown: (words: string) => `These are no states: ${words}`,
  },
  capacity: { label: 'How many introductions at once, at most', missing: 'Choose how many.' },
  pausedUntil: {
    legend: 'Paused through (optional)',
    hint: 'The last day on which they are asked about nobody. Left empty: not paused.',
    what: 'The last day of the pause',
  },
};

const text = {
  title: 'Mentors',
  intro:
    'People outside the program who help colleagues along, as far as they agreed to. Both sides are asked before anybody is introduced, and nothing of a request is ever passed on.',
  tabs: { active: 'In the pool', invited: 'Invited', all: 'All' },
  empty: 'Nobody yet.',
  more: 'Earlier ones',
  columns: { name: 'Mentor', areas: 'Areas', load: 'Has now', status: 'Status' },
  loadOf: (load: number, capacity: number) => `${load} of ${capacity}`,
  asked: (n: number) => `${n} asked`,
  pausedThrough: (day: string) => `paused through ${day}`,
  anywhere: 'anywhere',
  statuses: mentorStatuses,
  how: 'To propose a mentor, go to a request.',
  back: 'Back to mentors',
  add: {
    link: 'Invite a mentor',
    title: 'Invite a mentor',
    lead: 'They get an e-mail with a link to a page that says what they would agree to. They are in the pool only if they say yes there.',
    email: { label: 'E-mail address', hint: '', missing: 'Enter their e-mail address.' },
    name: {
      label: 'Name',
      hint: 'Needed if nobody with this address is known yet. Of others their own record says it.',
    },
    role: {
      label: 'Title (optional)',
      hint: 'If nobody with this address is known yet.',
      unknown: 'Not known',
    },
    button: 'Send the invitation',
    done: 'The invitation is on its way.',
  },
  terms: termsWords,
  change: { heading: 'Change', button: 'Save', done: 'Saved.' },
  facts: {
    heading: 'Mentor',
    person: 'Person',
    email: 'Written to at',
    title: 'Title',
    titleUnknown: 'Other, or not known',
    organization: 'Organization',
    areas: 'Areas',
    states: 'Where',
    load: 'Has now',
    asked: 'Being asked about',
    paused: 'Paused through',
    invited: 'Invited',
    until: 'Can accept until',
    agreed: 'Agreed',
    ended: 'Ended',
  },
  decide: 'Decide',
  decisions: {
    'invite-again': {
      link: 'Invite again',
      title: 'Invite again?',
      lead: ['They get a new link, and more time to answer.'],
      button: 'Send the invitation',
      done: 'The invitation is on its way.',
    },
    remove: {
      link: 'Take off the list',
      title: 'Take this mentor off the list?',
      lead: [
        'They are asked about nobody any more, and told so by e-mail if they were in the pool. What they are being asked now ends; whom they have been introduced to they know.',
      ],
      button: 'Take off the list',
      done: 'They are off the list.',
    },
  },
  back2: 'Back to the mentor',
  introductions: 'Introductions',
  noIntroductions: 'None yet.',
  history: 'What happened',
  by: (name: string) => `by ${name}`,
  mentorEvents,
  propose: {
    link: 'Propose a mentor',
    title: (reference: string) => `Propose a mentor for ${reference}`,
    lead: 'The requester is asked first, then the mentor, who learns the area and the requester’s role. Names and addresses are passed only once both have agreed; nothing of the request ever.',
    mentor: { legend: 'Whom do you propose?', missing: 'Choose a mentor.' },
    topic: {
      label: 'Area',
      hint: 'All that the mentor learns of what is asked.',
      missing: 'Choose the area.',
    },
    same: {
      value: 'I know that both are of one organization, and find it right',
    },
    why: (why: Why, topics: string) =>
      [
        topics ? `knows ${topics}` : 'none of the request’s areas',
        whyState[why.state],
        why.free === 1 ? 'room for one more' : `room for ${why.free}`,
      ].join(' · '),
    ofSame: 'of the requester’s own organization',
    nobody: 'Nobody in the pool can be asked now.',
    button: 'Ask the requester',
    done: 'The requester has been asked.',
    back: 'Back to the request',
  },
  introduction: {
    title: (requester: string, mentor: string) => `Introduction: ${requester} and ${mentor}`,
    row: (mentor: string, area: string) => `${mentor}, ${area}`,
    statuses,
    events,
    notReminded: 'No reminder: the mentor has no room for it',
    facts: {
      requester: 'Requester',
      mentor: 'Mentor',
      request: 'Request',
      area: 'Area',
      proposed: 'Proposed',
      answerBy: 'To answer by',
      introduced: 'Introduced',
      ended: 'Ended',
      reason: 'Reason',
      same: 'Both are of one organization; staff found it right.',
    },
    went: 'How it went',
    wentLine: (side: Side, met: boolean, use: Useful | null) =>
      `${side === 'mentor' ? 'The mentor' : 'The requester'}: ${met ? `they met${use ? `, ${useful[use]}` : ''}` : 'they did not meet'}`,
    said: {
      'requester-reason': 'Why the requester said no',
      'mentor-reason': 'Why the mentor said no',
      'requester-comment': 'From the requester',
      'mentor-comment': 'From the mentor',
    } satisfies Record<IntroductionField, string>,
    onlyStaff: 'Only staff read this.',
    end: {
      heading: 'End it',
      legend: 'Why does it end?',
      missing: 'Say why it ends.',
      hint: 'Whoever was asked is told that it has ended, and not why.',
      button: 'End the introduction',
      done: 'The introduction is ended.',
      reasons,
    },
  },
  /** On the page of a request, and of a person. */
  card: {
    title: 'Introductions to a mentor',
    nothing: 'None.',
    asMentor: 'Their place in the pool of mentors',
  },
};

/** By the addresses of their pages, which share them. */
export const mentorsTexts = {
  mentors: text,
  'mentors/add': text,
  'mentors/propose/:request': text,
  'mentors/:id': text,
  'mentors/:id/decide/:kind': text,
  'introductions/:id': text,
};
