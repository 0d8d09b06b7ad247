import type {
  PrivacyKind,
  PrivacyReason,
  PrivacyStatus,
} from '../../../../../domain/privacy/privacy-requests.js';

/** What somebody may have of us: a copy of what is kept of them, or its erasure. */
export const privacyText = {
  link: 'A copy of your data, or its erasure',
  title: 'Your data here',
  lead: 'You can have a copy of what we keep of you, or have it erased. A person looks at it, and you have an answer within {days} days.',
  legend: 'What would you like?',
  missing: 'Choose what you would like.',
  kinds: {
    copy: {
      label: 'A copy of my data',
      hint: 'Your requests and our answers, messages, calls and courses, as a PDF and as a file for computers.',
    },
    erasure: {
      label: 'Erase my data',
      hint: 'All of that goes, and your way to sign in with it. Courses behind a certificate stay for four years with your name alone, because we have to show who completed them.',
    },
  } satisfies Record<PrivacyKind, { label: string; hint: string }>,
  holds:
    'An open request is answered or withdrawn first. We may have to keep something for a while all the same; then we say so.',
  ask: 'Ask for it',
  asked: (email: string) =>
    `We have sent a link to ${email}. It counts once you open it, signed in as you are now.`,
  confirmed: 'Thank you. It is with a person now, and we have sent you a mail that says so.',
  withdrawn: 'You have taken it back. Nothing was changed.',
  yours: 'What you asked for',
  wishes: { copy: 'A copy of your data', erasure: 'The erasure of your data' } satisfies Record<
    PrivacyKind,
    string
  >,
  statuses: {
    unconfirmed: 'Waits for you to open the link we sent',
    open: 'With us',
    erasing: 'Being carried out',
    done: 'Done',
    partly: 'Done in part',
    refused: 'Not done',
    withdrawn: 'Taken back',
  } satisfies Record<PrivacyStatus, string>,
  askedOn: (at: string) => `Asked on ${at}.`,
  dueOn: (day: string) => `You have an answer by ${day} at the latest.`,
  decidedOn: (at: string) => `Answered on ${at}.`,
  reasons: {
    'must-keep':
      'We have to keep what we hold for now, and may not say more about why. Ask again later if you like.',
    'open-work': 'Something of yours is still open, or somebody waits for you. Ask again once it has ended.',
    'not-sure-who': 'We could not make sure that it is you who asks. Please write to us.',
    'answered-lately': 'You were given this not long ago.',
    other: 'We could not do it.',
  } satisfies Record<PrivacyReason, string>,
  copyUntil: (at: string) => `Fetch it until ${at}. Each time is written down.`,
  pdf: 'Copy as a PDF',
  json: 'Copy as a file for computers (JSON)',
  withdraw: 'Take it back',
  confirm: {
    title: { copy: 'Have a copy of your data?', erasure: 'Have your data erased?' } satisfies Record<
      PrivacyKind,
      string
    >,
    lead: {
      copy: ['A person makes sure that it is right, and tells you when you can fetch it.'],
      erasure: [
        'Once it is carried out it can’t be undone, and you can’t sign in as you do now.',
        'Courses behind a certificate stay for four years with your name alone; figures that name nobody stay as well.',
      ],
    } satisfies Record<PrivacyKind, string[]>,
    button: 'Yes, I ask for it',
    keep: 'No, leave it',
  },
  over: {
    title: 'This link can’t be used',
    lead: (email: string) => [
      `You are signed in as ${email}. Such a link works once, for a week, for whoever asked for it.`,
      'Sign out, open the link in the e-mail again and sign in with the address it was sent to, or ask anew.',
    ],
    signOut: 'Sign out',
  },
  /** The copy itself. */
  copy: {
    fileName: 'my-data',
    title: 'A copy of your data',
    head: (name: string, at: string) => `Copy made for ${name}, ${at}. Confidential.`,
    lead: 'What this desk kept of you at the moment it was made: what you wrote and were sent, and what came in about your courses and calls. Notes and drafts of staff are no part of it.',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    parts: {
      you: 'You',
      requests: 'Your requests',
      supervised: 'Requests of others that you confirmed to supervise',
      registrations: 'Registrations for calls',
      questions: 'Questions for calls',
      attendance: 'Calls you were on',
      completions: 'Courses',
      worksheets: 'Worksheets',
      subscriptions: 'Lists you are on',
      introductions: 'Introductions to mentors',
      reviews: 'Notices about your conduct',
      mails: 'E-mails we sent you',
      wishes: 'Wishes about your data',
    },
    none: 'None.',
    yes: 'yes',
    no: 'no',
  },
};
