import type { ConductField } from '../../../../../domain/conduct/conduct-texts.js';
import type { Grounds, ReviewStatus } from '../../../../../domain/conduct/review-statuses.js';

/** A notice to somebody about how they used our help, and what follows from it. */

const about: Record<Grounds, string> = {
  plagiarism:
    'We are asking whether something we wrote was passed on as somebody else’s own work (plagiarism).',
  'unauthorized-practice':
    'We are asking whether legal work was done by somebody who may not do it, or without the supervision it needs (unauthorized practice of law).',
  overuse:
    'We are asking whether our help took the place of resources, courses or earlier advice, instead of adding to them.',
  'other-violation': 'We are asking whether a rule of our program or of professional ethics was kept.',
};

const questionKept =
  'A question you asked for a call before, and that we don’t get to there, is kept for you: after that day you can make it a request from your questions.';

const state: Record<ReviewStatus, (dates: { until: string; decideBy: string }) => string[]> = {
  open: () => [],
  notified: () => [
    'Nothing is decided. You can go on using our help, and you can tell us below how you see it. A director reads it before deciding.',
  ],
  refused: ({ until }) => [
    `We have decided not to give you individual assistance through ${until}. Until then we take no new request and no question for a call from you.`,
    questionKept,
  ],
  appealed: ({ until, decideBy }) => [
    `You asked us to look at our decision again. We mean to answer by ${decideBy}. Until then the decision stands: no individual assistance through ${until}.`,
    questionKept,
  ],
  upheld: ({ until }) => [
    `We looked at our decision again, and it stands: no individual assistance through ${until}. After that day you can ask us again.`,
    questionKept,
  ],
  dismissed: () => ['The matter is closed. You can use our help as before.'],
  reversed: () => ['We looked at our decision again, and took it back. You can use our help as before.'],
  expired: () => ['The time for which we gave you no individual assistance is over. You can ask us again.'],
};

const said: Record<ConductField, { person: string; staff: string }> = {
  evidence: { person: '', staff: '' },
  reply: { person: 'Your reply', staff: 'Your reply' },
  refusal: { person: 'Why we decided so', staff: 'Why we decided so' },
  dismissal: { person: 'Why we closed it', staff: 'Why we closed it' },
  appeal: { person: 'Your appeal', staff: 'Your appeal' },
  'appeal-decision': { person: 'Our answer to your appeal', staff: 'Our answer to your appeal' },
};

export const noticeText = {
  title: 'A notice about how you used our help',
  given: (day: string) =>
    `We gave you this notice on ${day}. Only you, and the program’s directors and administrators, read it.`,
  about,
  aboutHeading: 'What it is about',
  stateHeading: 'How it stands',
  state,
  said,
  stays: 'What stays open to you',
  staysList: [
    'requests of yours that are open already: they go on as they are',
    'listening to calls, courses and trainings',
  ],
  questions: 'the questions for calls that you have asked already',
  resources: 'our resources and referral lists',
  hotline: (phone: string) => `for survivors, the hotline at ${phone}, at any hour`,
  reply: {
    heading: 'Your side',
    label: 'What would you like us to know?',
    hint: 'Name no client, and nothing that could tell who a client is.',
    missing: 'Write what you would like us to know',
    button: 'Send your reply',
    done: 'We have your reply. A director reads it before deciding.',
  },
  appeal: {
    heading: 'Ask us to look again',
    lead: (day: string) =>
      `You can appeal once, until ${day}. Where the program has another director, somebody else looks at it than the one who decided.`,
    over: (day: string) => `The time to appeal ended on ${day}.`,
    label: 'Why should we decide otherwise?',
    hint: 'Say what we have wrong or left out. Name no client.',
    missing: 'Write why we should decide otherwise',
    button: 'Send your appeal',
    done: 'We have your appeal, and tell you by e-mail when it is decided.',
  },
  alone:
    'The director who had decided looked at it again: the program has no other director. We say so, as you should know it.',
  back: 'Back to your requests',
  /** On the list of one’s own requests. */
  inList: {
    title: 'A notice for you',
    lead: 'We have written to you about how you used our help. Nobody you work with sees this.',
    open: 'Read the notice',
  },
  /** Instead of the form. */
  refused: {
    title: 'We can’t take a request from you now',
    lead: 'We decided not to give you individual assistance for a time. That is why the form doesn’t open, and why nothing you send is kept.',
    leadKept:
      'We decided not to give you individual assistance for a time. That is why your form can’t be sent now.',
    kept: (day: string) =>
      `What you typed stays sealed until ${day}, and is erased then. If we take our decision back before, the link in our e-mail sends it; there you can also throw it away.`,
    until: (day: string) => `It lasts through ${day} and ends by itself: after that you can ask us again.`,
    why: 'Why we decided so, and how you can ask us to look at it again, is in our notice to you.',
    open: 'Read the notice and appeal',
    signIn: 'Sign in to read it',
    closed: 'It concerns new requests and questions for calls, and nothing else. Still open to you:',
    client: (line: string, days: string) =>
      `If a client of yours is in danger or needs help now: ${line}, ${days}.`,
    anyHour: 'at any hour',
    resources: 'See referral lists',
    calls: 'See the calls you can listen to',
  },
};
