import type { KeptAnswers } from '../../../../domain/requests/submission.schema.js';
import { identifiersText } from './identifiers.js';

/** Words of the request form, question by question. */
export const formText = {
  continue: 'Continue',
  /** `more`: later answers may add questions. */
  step: (n: number, of: number, more: boolean) => `Step ${n} of ${of}${more ? ' or more' : ''}`,
  /** A form on its way, found again. */
  begun: {
    title: 'You have begun a request',
    goOn: (begun: string | null) =>
      begun ? `Go on with your request, begun ${begun}` : 'Go on with your request',
    lead: 'What you have answered so far is kept, encrypted, until you send it, delete it or leave it for a day.',
    anew: 'Delete it and begin anew',
  },
  /** A form that was begun in another browser. */
  elsewhere: {
    link: 'Go on with it in another browser',
    linkAtStart: 'I began a request in another browser',
    title: 'Go on with a request in another browser',
    lead: 'Enter the work e-mail that stands in the request. If one was begun with it in the last day and has not been sent, we e-mail a link there. The mail says nothing of the request.',
    email: 'Your work e-mail',
    wrong: 'Enter an e-mail address, like name@example.org.',
    send: 'E-mail the link',
    done: 'If a request was begun with that address, the link is on its way there. Open it in the browser in which you want to go on.',
    found: {
      title: 'Go on with your request',
      lead: 'From now on your request is in this browser, and no longer in the one it was begun in.',
      replaces: 'The request that you have begun in this browser is deleted.',
      which: 'Which one?',
      begun: (on: string | null) => (on ? `Begun ${on}` : 'Begun in the last day'),
      missing: 'Choose which request to go on with.',
      go: 'Go on here',
    },
    whose: {
      title: 'Which e-mail address was this link sent to?',
      lead: (address: string) => `It was ${address}. We ask because links get forwarded.`,
      label: 'Your work e-mail',
      go: 'Continue',
      wrong: 'This link was sent to another address. After five wrong addresses it opens nothing any more.',
    },
    gone: {
      title: 'This link opens nothing any more',
      lead: 'It was used already, or is more than a day old, or the request was sent or deleted.',
      again: 'Ask for another link',
    },
  },
  /** Said where the first question is one they have not answered before. */
  takenFrom: (reference: string) =>
    `We took who you are, and who supervises you, from your last request, ${reference}. You can change it here with “Back”, and before you send.`,
  saved: 'Your answers are kept, encrypted, for one day, or until you send them or press “Exit this page”.',
  start: {
    title: 'Who are you?',
    lead: 'Written assistance is for professionals who help survivors with legal matters. Your answer here is not kept.',
    professional: 'I work with survivors: in law, social services, law enforcement or a program',
    error: 'Choose what fits you best.',
    talk: 'I would rather talk to someone',
  },
  role: {
    title: 'What is your role?',
    hint: 'Some roles name a legal supervisor, who gets a copy of our answer.',
    error: 'Choose your role.',
  },
  details: {
    title: 'How can we reach you?',
    name: 'Your name',
    email: 'Your work e-mail',
    emailHint:
      'We will send a link there to confirm that it is yours. Our e-mails say nothing about your case.',
    emailFixed: 'You are signed in with this address.',
    organization: 'Organization (optional)',
    organizationHint: 'Leave this empty if you work on your own.',
    state: 'State or territory you work in (optional)',
    chooseState: 'Choose a state or territory',
    licensedIn: 'Where are you licensed? (optional)',
    licensedInHint: 'States by name or code, with commas between, like CA, Nevada.',
    ovcGrantee: 'Is your organization funded by the Office for Victims of Crime (OVC)?',
    yes: 'Yes',
    no: 'No, or I don’t know',
    errors: {
      name: 'Enter your name.',
      email: 'Enter your work e-mail.',
      ovcGrantee: 'Say whether your organization is funded by OVC.',
    },
    unknownState: (words: string) => `We don’t know this state: ${words}. Use names or two-letter codes.`,
  },
  supervisor: {
    title: 'Who supervises your work?',
    hint: 'An attorney or DOJ accredited representative. We will ask this person once to confirm, and will copy them on our answer.',
    name: 'Their name',
    email: 'Their work e-mail',
    role: 'Their role',
    errors: {
      name: 'Enter your supervisor’s name.',
      email: 'Enter your supervisor’s e-mail.',
      role: 'Choose their role.',
    },
    self: 'Name someone other than yourself.',
  },
  kind: { title: 'What kind of help do you need?', error: 'Choose what kind of help you need.' },
  document: {
    title: 'Which document should we look at?',
    hint: 'You can send the document itself in the next step.',
    error: 'Choose the document.',
  },
  tVisa: {
    title: 'Is the document for a T visa case?',
    yes: 'Yes',
    no: 'No',
    error: 'Say whether the document is for a T visa case.',
    useAddress:
      'Take them under the e-mail address that you give here, so that we learn that you have passed.',
    courses: (titles: string) =>
      `T visa documents are reviewed once you have passed the self-assessments of ${titles}. If time is short, send your request now and take them afterwards: your request will wait and start automatically.`,
  },
  files: {
    title: 'Send the document',
    titleOptional: 'Do you have a document for us?',
    lead: 'Please take out your client’s name, A-number and birth date first, also from the file’s name. Documents are kept encrypted, and erased with this form if you don’t send it.',
    review:
      'We review the document itself, so please send it now if you can. You can also send the request without it and add it afterwards: until it is there we can’t begin our review.',
    optional:
      'You can send the request without any. A completed EMP worksheet helps us to build the argument.',
    sent: 'Sent so far',
    kind: 'What is it?',
    file: 'Choose the file',
    fileHint:
      'PDF, Word, OpenDocument, text or picture, at most 10 MB. One at a time, up to 20 and 50 MB in all. We take hidden details, such as the place and the camera, out of JPEG and PNG pictures; out of other files we can’t.',
    add: 'Add this document',
    goOn: 'Continue',
    goOnWithout: 'Continue without a document',
    remove: 'Remove',
    noKind: 'Choose what the document is.',
    noFile: 'Choose a file.',
    tooLarge: 'This file is larger than 10 MB. Make it smaller, or send it in parts.',
    tooMany:
      'Too many documents came from your network just now. Continue, and add it on the request’s page later.',
    identifiers:
      'The file’s name may identify your client. Rename the file, or say that it may be sent as it is.',
    confirm: 'It identifies nobody: send it as it is',
    none: 'None',
  },
  notReviewed: {
    title: 'We don’t review this document',
    lead: (label: string) =>
      `We don’t review this kind of document one by one: ${label}. This is what we offer instead.`,
    workshop: (title: string) => `The ${title}, where you work through it with us.`,
    workshopList: 'Get notified when it is next held',
    resource: (title: string) => `To check your own draft: ${title}.`,
    again: 'Choose another document',
    other: 'Ask something else',
  },
  topics: {
    title: 'What is it about?',
    hint: 'Choose all that apply.',
    error: 'Choose at least one topic.',
  },
  resources: {
    title: 'Have you looked at free resources on this?',
    lead: 'They often answer faster than we can. These fit what you chose:',
    question: 'Have you looked at resources on your topic?',
    yes: 'Yes, and I still need help',
    no: 'Not yet',
    noHint: 'You can continue. We may first point you to materials that answer your question.',
    error: 'Say whether you have looked at resources.',
    by: (publisher: string) => `by ${publisher}`,
    newTab: (title: string) => `${title} (opens in a new tab)`,
    answers: {
      lead: 'Answers that we have given before, on what you chose:',
      newTab: (question: string) => `${question} (opens in a new tab)`,
    },
  },
  facts: {
    title: 'What do we need to know?',
    lead: 'Leave out your client’s name, A-number, receipt numbers, Social Security number and date of birth. We don’t need them.',
    facts: 'The facts',
    factsHint: 'What happened, where the case stands, what you have tried.',
    factsGeneral: 'Some background',
    factsGeneralHint: 'What made you ask, and what you have found out so far.',
    questions: 'Your questions',
    questionsHint: 'One by one, as precisely as you can.',
    clientAlias: 'A label for this case (optional)',
    clientAliasHint: 'For your own reference, like “R.” or “case 4”. Never the client’s name.',
    errors: { facts: 'Enter the facts we need to know.', questions: 'Enter at least one question.' },
  },
  /** How staff read the answers that are kept as they are. */
  forStaff: { reviewedResources: 'Looked at resources first' } satisfies Record<keyof KeptAnswers, string>,
  identifiers: {
    ...identifiersText,
    lead: 'We found words that could identify your client. We don’t need them to help you; please take them out if you can.',
    in: { facts: 'in the facts', questions: 'in your questions', clientAlias: 'in the label' },
    goOn: 'Continue without changing it',
  },
  courtDate: {
    title: 'Is there a court or filing date?',
    hint: 'A hearing, or the day by which something must be filed. We use it to decide what comes first.',
    none: 'No',
    court: 'Yes, a court date',
    filing: 'Yes, a filing date',
    date: 'The date, if there is one',
    what: 'The date',
    both: 'You chose No but entered a date. Delete the date, or choose what kind of date it is.',
    example: (date: string) => `For example, ${date}`,
    error: 'Say whether there is a court or filing date.',
    past: 'This date has passed. Check it, or choose No.',
    tooFar: 'This date is more than ten years ahead. Check the year.',
    aim: (aim: string) => `With this date, we aim to answer by ${aim}.`,
    promise: (due: string) =>
      `This date is late enough for our promise: our answer comes by ${due}, whatever the date.`,
    close: 'This date is very close. We may not be able to answer before it.',
  },
  courtDateSoon: {
    title: 'This date is very close',
    lead: (date: string) => `Your date is ${date}. We may not be able to answer before then.`,
    advice:
      'You can still send your request: a person will look at it, and we will tell you where it stands. Please don’t wait for us before you act in the case.',
    talk: (call: string, when: string) => `Our call may help sooner: ${call}, ${when}.`,
    change: 'Change the date',
    goOn: 'Continue with this date',
  },
  /** What sending will do, with the days it comes to. */
  outcome: {
    title: 'What happens when you send it',
    confirm: (email: string, day: string) =>
      `We e-mail a link to ${email}. Use it to confirm: your request then counts from the moment you pressed Send. Not confirmed, it is erased on ${day}.`,
    promise: (due: string, days: number) =>
      `You get our written answer by ${due}: within ${days} business days. If it has to take longer, we tell you.`,
    court: (words: { name: string; on: string; aim: string | null; due: string; days: number }) =>
      words.aim
        ? `We aim to answer by ${words.aim}, because your ${words.name} is ${words.on}. You get our answer no later than ${words.due}: within ${words.days} business days.`
        : `Your ${words.name}, ${words.on}, is very close. We will try to answer before it. You get our answer no later than ${words.due}: within ${words.days} business days.`,
    waits: (words: { courses: string; days: number; lapses: string; isKnown: boolean }) =>
      words.isKnown
        ? `Our clock does not start yet. The ${words.days} business days begin by themselves once you have passed ${words.courses}. We wait for that until ${words.lapses}; on that day the request ends.`
        : `Our clock does not start before you have passed ${words.courses}, under your e-mail address. The ${words.days} business days then begin by themselves. We wait for that until ${words.lapses}; on that day the request ends.`,
    ifPassed: (due: string, isKnown: boolean) =>
      isKnown
        ? `If you pass today, the answer comes by ${due}.`
        : `If you have passed already, or pass today, the answer comes by ${due}.`,
    ownDate: (name: string, on: string, aim: string | null) =>
      aim
        ? `Your ${name}, ${on}, does not wait for that: to have our answer by ${aim}, pass soon.`
        : `Your ${name}, ${on}, does not wait for that. It is very close: please pass right away.`,
    supervisor: (name: string, days: string) =>
      `We e-mail ${name} and ask them to confirm that they supervise you. The days count meanwhile, but we can’t send our answer before they have.${days ? ` If they are silent, we remind them after ${days} business days.` : ''}`,
    lacksFile: (days: number) =>
      `The document is not there yet, and without it we can’t review it. Add it now, or on the request’s page once it is sent. If we have to ask you for it, our clock stops until you answer, for ${days} days at most.`,
    courses: 'The courses, with their self-assessments:',
    newTab: (title: string) => `${title} (opens in a new tab)`,
  },
  check: {
    title: 'Check your answers',
    change: 'Change',
    none: 'Not given',
    yes: 'Yes',
    no: 'No',
    courtDate: (date: string, kind: 'court' | 'filing') => `${date} (${kind})`,
    noCourtDate: 'None',
    rows: {
      role: 'Your role',
      name: 'Name',
      email: 'E-mail',
      organization: 'Organization',
      state: 'State',
      licensedIn: 'Licensed in',
      ovcGrantee: 'Funded by OVC',
      supervisor: 'Supervisor',
      kind: 'Kind of help',
      document: 'Document',
      tVisaRelated: 'T visa case',
      files: 'Documents sent',
      topics: 'Topics',
      reviewedResources: 'Looked at resources',
      facts: 'Facts',
      background: 'Background',
      questions: 'Questions',
      clientAlias: 'Label',
      courtDate: 'Court or filing date',
    },
    sections: { you: 'About you', request: 'What you ask', text: 'In your words' },
    scope: {
      title: 'Before you send',
      label: 'I have read what written assistance covers',
      hint: 'We explain the law, point out errors, and suggest strategies. We don’t do extensive research, decide the matter, or act as a mentor. The case remains yours.',
      error: 'Confirm that you have read what written assistance covers.',
    },
    whose: (typed: string, own: string) =>
      `This form was filled in with the address ${typed}. You are signed in as ${own}, so it is sent as yours, under your address and with the name below. Is it somebody else’s? Then sign out before it is sent: what was typed stays in this form.`,
    signOut: 'Sign out',
    didYouMean: (address: string) => `Did you mean ${address}? Then change it.`,
    send: 'Send',
    expired: 'This form was sent already or is too old. Please start a new one.',
  },
};
