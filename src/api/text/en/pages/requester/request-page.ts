import { KEPT_WORDS } from '../../requests/collected.js';
/** Words of a request’s own page. */
export const requestPageText = {
  next: 'What happens next',
  waiting: 'What we are waiting for',
  course: (title: string) => `Pass the self-assessment of ${title}`,
  underAddress: (email: string) =>
    `Use this e-mail address there: ${email}. By it we learn that you have passed.`,
  supervisor: (name: string) => `${name} confirms that they supervise this request`,
  answerWaiting: 'Your answer to our question',
  supervisorWaiting: 'The name of another supervisor',
  about: 'Your request',
  label: 'Your label',
  rows: {
    kind: 'Kind of help',
    document: 'Document',
    topics: 'Topics',
    received: 'Received',
    due: 'We answer by',
    wasDue: 'Our answer was due',
    court: 'Court or filing date',
    supervisor: 'Supervisor',
    assignee: 'Who is working on it',
    answersToo: 'Also answers',
    mergedIn: 'Was merged into it',
    followUp: 'Follow-up question',
    closes: 'Closes by itself',
  },
  courtRows: { court: 'Court date', filing: 'Filing date' } as Record<string, string>,
  followUpDue: (when: string) => `We answer it by ${when}.`,
  followUpWasDue: (when: string) => `Our answer was due ${when}.`,
  followUpAnswered: (when: string) => `Answered ${when}.`,
  aim: (day: string, date: string) => `${day}, because of the ${date}.`,
  wouldAim: (day: string, date: string) =>
    `Not set yet: the clock starts once nothing is missing. Because of the ${date} we would then aim for ${day}.`,
  near: (name: string, date: string) =>
    `The ${name}, ${date}, is very close. We will try to answer before it.`,
  latest: (when: string) => `No later than ${when}.`,
  wasPromised: (when: string) => `It was due ${when}.`,
  none: 'None',
  notStarted: 'Not set yet: the clock starts once nothing is missing',
  assigned: 'Someone on our staff',
  unassigned: 'No one yet',
  supervisorStatus: {
    'not-needed': '',
    unconfirmed: 'not confirmed yet',
    confirmed: 'confirmed',
    refused: 'said they don’t supervise this request',
  } as Record<string, string>,
  change: 'Change',
  nameAnother: 'Name another',
  open: 'Open',
  ledger: 'See how we count the days',
  yourWords: 'What you wrote',
  facts: 'Facts',
  questions: 'Questions',
  thread: 'Messages and notes',
  /** Who wrote, then what it was. */
  wrote: {
    staff: {
      ...KEPT_WORDS.requester,
      'follow-up-answer': 'Our answer to the follow-up question',
      other: 'We wrote',
    },
    you: {
      answer: 'You answered',
      'withdrawal-reason': 'Why you withdrew it',
      'reopening-request': 'You asked us to reopen it',
      'follow-up': 'Your follow-up question',
      other: 'You wrote',
    },
    requester: {
      answer: 'The requester answered',
      'withdrawal-reason': 'Why the requester withdrew it',
      'reopening-request': 'The requester asked us to reopen it',
      'follow-up': 'The requester’s follow-up question',
      other: 'The requester wrote',
    },
    supervisor: {
      'reopening-request': 'The supervisor asked us to reopen it',
      other: 'The supervisor wrote',
    },
  } as Record<'staff' | 'you' | 'requester' | 'supervisor', Record<string, string>>,
  documents: 'Documents',
  noDocuments: 'No documents yet.',
  addDocument: 'Add a document',
  removeDocument: 'Remove',
  timeline: 'What has happened',
  actions: {
    write: 'Write to us',
    followUp: 'Ask a follow-up question',
    feedback: 'Tell us how it was',
    feedbackAgain: 'Change what you told us',
    reopen: 'Ask us to reopen it',
    other: 'Go to that request',
    answer: 'Answer our question',
    nameSupervisor: 'Name another supervisor',
    withdraw: 'Withdraw this request',
    read: 'Read our answer',
  },
  courtNotices: {
    'court-date-past': (name: string) => `The ${name} you gave has passed. Change it if there is a new one.`,
    'court-date-too-soon': (name: string) =>
      `Your ${name} is very close. We may not be able to answer before then.`,
  } as Record<string, (name: string) => string>,
  /** Where the supervisor reads of the requester. */
  forSupervisor: {
    about: 'The request you supervise',
    label: 'The requester’s label',
    yourWords: 'What the requester wrote',
    answerWaiting: 'The requester’s answer to our question',
    courtNotices: {
      'court-date-past': (name: string) =>
        `The requester’s ${name} has passed. They can change it if there is a new one.`,
      'court-date-too-soon': (name: string) =>
        `The requester’s ${name} is very close. We may not be able to answer before then.`,
    } as Record<string, (name: string) => string>,
  },
};
