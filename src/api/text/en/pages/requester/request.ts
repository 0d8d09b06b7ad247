import type { RequestStatus, StatusIn } from '../../../../../domain/requests/statuses.js';
import { listed } from '../../../../../domain/text/listed.js';

/** Words of the requester's own pages. */
export const requesterText = {
  statuses: {
    received: 'Received',
    'awaiting-prerequisites': 'Waiting for your courses',
    'awaiting-information': 'Waiting for your answer',
    queued: 'In the queue',
    'in-progress': 'Being worked on',
    'in-review': 'Being reviewed',
    responded: 'Answered',
    closed: 'Closed',
    redirected: 'Redirected',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
    lapsed: 'Lapsed',
  } satisfies Record<RequestStatus, string>,
  statusesForSupervisor: {
    'awaiting-prerequisites': 'Waiting for the requester’s courses',
    'awaiting-information': 'Waiting for the requester’s answer',
  } satisfies Record<StatusIn<'waiting'>, string>,
  list: {
    title: 'My requests',
    nothing: 'You have no requests yet.',
    ask: 'Ask for assistance',
    columns: { reference: 'Request', status: 'Status', next: 'What happens next' },
    received: (date: string) => `Received ${date}`,
    supervised: 'You supervise this request',
    older: 'Older requests',
  },
  page: {
    next: 'What happens next',
    waiting: 'What we are waiting for',
    course: (title: string) => `Pass the self-assessment of ${title}`,
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
    },
    courtRows: { court: 'Court date', filing: 'Filing date' } as Record<string, string>,
    aim: (day: string, date: string) => `${day}, because of the ${date}.`,
    near: (name: string, date: string) =>
      `The ${name}, ${date}, is very close. We will try to answer before it.`,
    latest: (when: string) => `No later than ${when}.`,
    wasPromised: (when: string) => `It was due ${when}.`,
    none: 'None',
    notStarted: 'Not set yet: the clock starts once nothing is missing',
    standsStill: 'Paused while we wait for an answer',
    assigned: 'Someone on our staff',
    unassigned: 'No one yet',
    supervisorStatus: {
      'not-needed': '',
      unconfirmed: 'not confirmed yet',
      confirmed: 'confirmed',
      refused: 'said they don’t supervise this request',
    } as Record<string, string>,
    change: 'Change',
    open: 'Open',
    ledger: 'See how we count the days',
    yourWords: 'What you wrote',
    facts: 'Facts',
    questions: 'Questions',
    thread: 'Messages and notes',
    /** Who wrote, then what it was. */
    wrote: {
      staff: {
        'question-asked': 'We asked',
        'redirect-note': 'Our note',
        'reopening-refusal': 'Why we are not reopening it',
        'decline-reason': 'Our reason',
        'extension-reason': 'Why we need more time',
        other: 'We wrote',
      },
      you: {
        answer: 'You answered',
        'withdrawal-reason': 'Why you withdrew it',
        'reopening-request': 'You asked us to reopen it',
        other: 'You wrote',
      },
      requester: {
        answer: 'The requester answered',
        'withdrawal-reason': 'Why the requester withdrew it',
        'reopening-request': 'The requester asked us to reopen it',
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
      reopen: 'Ask us to reopen it',
      other: 'Go to that request',
      answer: 'Answer our question',
      nameSupervisor: 'Name another supervisor',
      withdraw: 'Withdraw this request',
      read: 'Read our answer',
    },
    courtNotices: {
      'court-date-past': (kind: string) =>
        `The ${kind} date you gave has passed. Change it if there is a new one.`,
      'court-date-too-soon': (kind: string) =>
        `Your ${kind} date is very close. We may not be able to answer before then.`,
    } as Record<string, (kind: string) => string>,
    /** Where the supervisor reads of the requester. */
    forSupervisor: {
      about: 'The request you supervise',
      label: 'The requester’s label',
      yourWords: 'What the requester wrote',
      answerWaiting: 'The requester’s answer to our question',
      courtNotices: {
        'court-date-past': (kind: string) =>
          `The requester’s ${kind} date has passed. They can change it if there is a new one.`,
        'court-date-too-soon': (kind: string) =>
          `The requester’s ${kind} date is very close. We may not be able to answer before then.`,
      } as Record<string, (kind: string) => string>,
    },
  },
  /** What was just done, said once on the request's page. */
  done: {
    answer: 'Your answer was sent.',
    document: 'The document was added.',
    removal: 'The document was removed, and its contents were erased.',
    withdrawal: 'The request was withdrawn.',
    'court-date': 'The court or filing date was saved.',
  },
  sent: {
    title: 'We have your request',
    reference: 'Your reference',
    next: 'What happens next',
    document: 'Is there a document for us to look at? Add it on the page of your request.',
    open: 'Go to your request',
  },
  clock: {
    title: 'How we count the days',
    lead: (days: number, extra: number) =>
      `We promise an answer within ${days} business days.${extra > 0 ? ` For this request we have given ourselves ${extra} more, ${days + extra} in all.` : ''} The day we receive a request doesn’t count, nor do weekends, federal holidays and days on which our office is closed. What arrives after closing time counts as received on the next business day.`,
    due: (when: string) => `Answer due ${when}.`,
    wasDue: (when: string) => `The answer was due ${when}.`,
    aim: (day: string, name: string, date: string) =>
      `We aim to answer by ${day} because the ${name} is ${date}.`,
    noDue: 'There is no due date at the moment.',
    columns: { date: 'Day', what: 'What it was', count: 'Days used' },
    caption: 'Each day, and whether it counts',
    kinds: {
      received: 'Received',
      counted: 'Counts',
      weekend: 'Weekend',
      holiday: 'Holiday',
      closure: 'Office closed',
      paused: 'Clock paused',
      due: 'Answer due',
    },
    reasons: {
      weekend: 'on a weekend, so it counts from the next business day',
      'after-hours': 'after closing time, so it counts from the next business day',
      'day-0': 'counts as the day of receipt',
      floor: 'kept, although a closure was taken back',
    } as Record<string, string>,
    empty: 'The clock has not started, so there are no days to show.',
  },
  courtDate: {
    title: 'Change the court or filing date',
    save: 'Save',
  },
  answer: {
    title: 'Answer our question',
    asked: 'What we asked',
    answer: 'Your answer',
    answerHint:
      'Leave out your client’s name, A-number, receipt numbers, Social Security number and date of birth.',
    answerError: 'Enter your answer.',
    supervisorTitle: 'Name another supervisor',
    supervisorLead: (name: string) =>
      `${name} told us that they don’t supervise this request. We need another supervisor before we can answer.`,
    answerOptional: 'Is there anything you want to tell us?',
    defaultAnswer: 'I have named another supervisor.',
    identifiers: 'This may identify your client. Please check:',
    confirm: 'I have checked it; send it as it is',
    send: 'Send your answer',
  },
  withdraw: {
    title: 'Withdraw this request?',
    lead: 'We will stop working on it. If you need it after all, you can ask us to reopen it, or send a new request at any time.',
    endsToo: (references: string[]) =>
      `We had merged ${listed(references)} into this request. If you withdraw it, ${references.length === 1 ? 'that ends too, and no one will answer it' : 'those end too, and no one will answer them'}.`,
    reason: 'Why are you withdrawing it? (optional)',
    reasonHint: 'It helps us improve. Leave out anything about your client.',
    confirm: 'Withdraw',
    keep: 'Keep the request',
  },
  documents: {
    title: 'Add a document',
    lead: 'Take out your client’s name, numbers and birth date first, or black them out.',
    file: 'The document',
    fileHint: 'PDF, Word, text, or a picture (HEIC from a phone is fine), up to 10 MB.',
    kind: 'What is it?',
    noFile: 'Choose a file.',
    tooLarge: 'The file is larger than 10 MB. Send a smaller one, or its pages in several files.',
    identifiers:
      'The name of the file may identify your client. Rename it, or say that it may stay, and choose it again.',
    confirm: 'I have checked the name; send it as it is',
    noKind: 'Say what the document is.',
    save: 'Add the document',
  },
  removeDocument: {
    title: 'Remove this document?',
    lead: 'We will erase it and can no longer see it. You can’t undo this, but you can send it again while the request is open.',
    confirm: 'Remove the document',
    keep: 'Keep it',
  },
  response: {
    title: 'Our answer',
    sent: (when: string) => `Sent ${when}`,
    print: 'Back to the request',
    unclear: 'Is something unclear, or has something changed?',
  },
  supervisor: {
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
    title: 'Do you supervise this person?',
    lead: (name: string, program: string) =>
      `${name} has asked ${program} for legal technical assistance and named you as supervising attorney or accredited representative.`,
    what: 'If you confirm, you will get a copy of our answer and can see the request after signing in. Until then, we show you nothing of it.',
    confirm: 'I supervise this person',
    refuse: 'I don’t supervise this person',
    reference: 'Reference',
    thanks: 'Thank you',
    confirmed:
      'You have confirmed. We will copy you on our answer. Sign in with this email address to see the request.',
    refused:
      'Thank you for telling us. We will ask for someone else and won’t write to you about this again.',
    signIn: 'Sign in',
    already: 'You have already answered this.',
    expired: {
      title: 'This link has expired',
      lead: 'Links like this one work for 30 days. We can send a new one to the mailbox this one came to.',
      button: 'Send a new link',
      sentTitle: 'Check your mail',
      sent: 'A new link is on its way to the address the last one went to. It works for 30 days.',
    },
  },
};
