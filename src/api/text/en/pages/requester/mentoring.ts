import type { IntroductionStatus, Useful } from '../../../../../domain/mentors/introduction-statuses.js';
import type { MentorStatus } from '../../../../../domain/mentors/mentor-statuses.js';

/** Being introduced to a mentor, and being one: pages of the two themselves. */

interface Dates {
  by: string;
  /** Who the other is, once both have agreed. */
  other: string;
}

/** How an introduction stands, for the requester. What the mentor said, or did not say, they are not told. */
const asRequester: Record<IntroductionStatus, (dates: Dates) => string> = {
  'requester-asked': ({ by }) =>
    `We ask whether we may introduce you to a mentor. You can answer until ${by}.`,
  'mentor-asked': ({ by }) => `You agreed. We have asked the mentor, who can answer until ${by}.`,
  introduced: ({ other }) => `You have been introduced to ${other}.`,
  'following-up': ({ other, by }) =>
    by
      ? `You were introduced to ${other}. You can tell us until ${by} how it went.`
      : `You were introduced to ${other}.`,
  closed: ({ other }) =>
    `You were introduced to ${other}. This is closed with us; what you have agreed between you goes on.`,
  declined: () => 'You said no. Nothing was passed on about you.',
  withdrawn: () => 'You took your consent back. Nothing was passed on about you.',
  unanswered: () => 'Nothing came of it: we had no answer in time. Nothing was passed on about you.',
  unavailable: () =>
    'It did not work out this time, which has nothing to do with you. Nothing was passed on about you. We may propose somebody else.',
  ended: () => 'We have ended this introduction. You don’t need to do anything.',
};

const asMentor: Record<IntroductionStatus, (dates: Dates) => string> = {
  'requester-asked': () => '',
  'mentor-asked': ({ by }) => `Would you mentor somebody? You can answer until ${by}.`,
  introduced: ({ other }) => `You have been introduced to ${other}.`,
  'following-up': ({ other, by }) =>
    by
      ? `You were introduced to ${other}. You can tell us until ${by} how it went.`
      : `You were introduced to ${other}.`,
  closed: ({ other }) =>
    `You were introduced to ${other}. This is closed with us; what you have agreed between you goes on.`,
  declined: () => 'You said no. Nobody was told who you are.',
  withdrawn: () => 'It is no longer needed. You don’t need to do anything.',
  unanswered: () => 'Nothing came of it: we had no answer in time. Nobody was told who you are.',
  unavailable: () => 'It is no longer asked, as you are not in the pool.',
  ended: () => 'It is no longer needed. You don’t need to do anything.',
};

const useful: Record<Useful, string> = { yes: 'Yes', partly: 'Partly', no: 'No' };

const mentorStates: Record<MentorStatus, string> = {
  invited: 'You have been asked, and have not answered yet.',
  active: 'You are in our pool of mentors.',
  declined: 'You said no. You are in no list of ours.',
  unanswered: 'We asked you to be a mentor, and the time to answer is over. You are in no list of ours.',
  left: 'You have left our pool of mentors. We will not ask you about anybody any more.',
  removed: 'You are no longer in our pool of mentors.',
};

export const mentoringText = {
  whose: {
    title: 'Which address was this link mailed to?',
    lead: (address: string) =>
      `This link was mailed to ${address}. We ask because you are not signed in here, and a link that was passed on must not answer for anybody.`,
    label: 'E-mail address',
    wrong: 'Enter the address this link was mailed to.',
    tooMany:
      'A wrong address was typed too often. Sign in with the address this link was mailed to and open it again, or try again in an hour.',
    go: 'Go on',
  },
  introduction: {
    titles: { requester: 'An introduction to a mentor', mentor: 'Mentoring somebody' },
    state: { requester: asRequester, mentor: asMentor },
    area: (topic: string) => `The field: ${topic}.`,
    role: (role: string) => `Their role: ${role}.`,
    /** Before the requester answers: what is passed on, and when. */
    passed: {
      requester: [
        'If you agree, we ask the mentor, and tell them the field and your role.',
        'Only if the mentor agrees, too, do we give them your name, e-mail address and organization, and you theirs.',
        'They get nothing of your request: no facts, no questions, no documents. You can take your consent back until you are introduced.',
      ],
      mentor: [
        'They have agreed to be introduced to you. Who they are we tell you only if you agree, too; then we give each of you the other’s name, e-mail address and organization.',
        'It counts as one of the introductions you take at once until it is closed: by itself, some weeks after we have asked you both how it went.',
      ],
    },
    full: 'You have as many introductions as you agreed to, so you can’t agree to this one now. If you can take more, write to us:',
    withdrawLead: 'Until the mentor has agreed you can take your consent back.',
    consent: 'Yes, I agree',
    decline: 'No',
    reason: 'If you say no, you can tell our staff why (optional)',
    reasonHint: 'The other side never reads this. Name no client.',
    withdraw: 'Take my consent back',
    other: 'Who they are',
    name: 'Name',
    email: 'E-mail',
    organization: 'Organization',
    writeThem: 'They have the same about you. Please keep what identifies a client out of e-mail.',
    followUp: 'How did it go?',
    met: { legend: 'Did you meet?', yes: 'Yes', no: 'No', missing: 'Say whether you met' },
    useful: {
      legend: 'Was it useful?',
      hint: 'If you met.',
      missing: 'Say whether it was useful',
      choices: useful,
    },
    comment: 'What else would you like to tell us? (optional)',
    commentHint: 'Our staff read this, and not the other side. Name no client.',
    send: 'Send',
    answered: 'Thank you: you have told us how it went.',
    signIn: 'Sign in to see it again later',
    back: 'Back to my page as a mentor',
  },
  mentor: {
    title: 'Being a mentor',
    states: mentorStates,
    invitationOver: 'The time to answer is over. If you would like to be asked again, please write to us:',
    what: { invited: 'What you would agree to', active: 'What you agreed to' },
    terms: [
      'We may ask you whether you would mentor a colleague in one of your fields. You say yes or no each time.',
      'When you and the colleague have both agreed, we give them your name, e-mail address and organization, and you theirs. Staff of the program see your name, fields, and how many you have.',
      'You get nothing of anybody’s case from us. What you talk about is between you; please name no client.',
      'Some weeks later we ask you both two short questions.',
      'You can leave at any time, by a link in every mail to you as a mentor or on your own page here.',
    ],
    fields: 'Your fields',
    states2: 'Where',
    anywhere: 'Anywhere',
    atOnce: 'How many at once, at most',
    paused: 'Paused through',
    pausedNote: 'Until that day has passed we ask you about nobody.',
    changes: 'To change any of this, or to pause, write to us:',
    agree: 'Yes, I would like to be a mentor',
    decline: 'No, thank you',
    leaveHeading: 'Leave the pool',
    leaveLead:
      'We will not ask you about anybody any more. Whoever you have been introduced to already has your address, and you theirs; whether you go on is between the two of you.',
    leave: 'Leave the pool of mentors',
    yours: 'Whom you have been asked about',
    nobodyYet: 'Nobody yet.',
    open: 'Open',
    inList: {
      title: 'You are a mentor',
      asked: 'We have asked you to be a mentor',
      open: 'Open your page as a mentor',
      waits: (n: number) =>
        n === 1 ? 'One question waits for your answer.' : `${n} questions wait for your answer.`,
    },
  },
  /** On the page of the request. */
  onRequest: { title: 'An introduction to a mentor', open: 'Read and answer', see: 'See how it stands' },
};
