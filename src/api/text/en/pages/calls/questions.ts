import type { QuestionStatus } from '../../../../../domain/calls/handover.js';
import type { QuestionRefusalCode } from '../../../../../domain/calls/question-policy.js';
import { paths } from '../../../../paths.js';

/** Words of asking a question for a call, changing it, and of what became of it. */
export const questionText = {
  title: 'Ask a question for this call',
  editTitle: 'Change your question',
  seeQuestions: 'See your questions',
  call: 'For the call',
  until: (at: string) => `You can change or withdraw it until ${at}.`,
  allowed: {
    heading: 'What you can ask on this call',
    'trafficking-analysis': 'whether and how the facts of a case show trafficking',
    'general-legal': 'legal questions other than trafficking analysis',
    'non-legal': 'questions that are not legal, such as working in a trauma-informed way',
  },
  name: 'Your name',
  email: 'Your work e-mail',
  emailFixed: 'You are signed in with it. To use another one, sign out, and sign in with that.',
  role: 'Your role',
  organization: 'Your organization',
  organizationHint: 'At a university or county, name your clinic, office or unit too.',
  question: 'Your question',
  questionHint:
    'Leave out your client’s name, A-number, receipt numbers and date of birth. Say what you have tried.',
  about: 'What is it about?',
  abouts: {
    'trafficking-analysis': 'Trafficking analysis',
    'general-legal': 'A legal question',
    'non-legal': 'Something that is not legal',
  },
  analysis: 'Does it need legal analysis?',
  analysisHint: 'Say yes if the answer depends on applying law to facts.',
  yes: 'Yes',
  no: 'No',
  worksheet: 'I have completed the EMP worksheet for this case',
  convert: 'If there is no room for my question, turn it into a request for a written answer automatically',
  convertHint: (days: number) =>
    `That happens ${days} business days after the call, or after it is cancelled. Without this you can still do it with one click.`,
  options: 'The EMP worksheet',
  convertLegend: 'If there is no room on the call',
  howTo: 'How asking works',
  supervisor: {
    heading: 'Your supervisor',
    hint: (roles: string) =>
      `Only if your role is one of these: ${roles}. A written answer goes to your supervisor too. You can name them later.`,
    self: 'Name someone other than yourself.',
    name: 'Enter their name.',
    email: 'Enter their e-mail address.',
    role: 'Choose their role.',
  },
  send: 'Send question',
  save: 'Save changes',
  cancel: 'Leave it as it is',
  identifiers: {
    title: 'This may identify your client',
    lead: 'We found words that could identify your client. We don’t need them to help you; please take them out if you can. Nothing has been sent yet.',
    kinds: {
      'a-number': 'Looks like an A-number',
      'receipt-number': 'Looks like a USCIS receipt number',
      'social-security-number': 'Looks like a Social Security number',
      'date-of-birth': 'Looks like a date of birth',
      'client-name': 'Looks like a name after “client”',
    },
    change: 'Go back and change it',
    keep: 'Send it without changing it',
  },
  course: {
    open: (title: string) => `Open ${title}`,
    where: (organization: string) => `Ask ${organization} where to take it`,
  },
  register: {
    lead: 'You are not registered for these calls. Asking works without it, but you need it to be on the call when your question is discussed.',
    link: 'Register for these calls',
  },
  instead: {
    button: 'Ask this in writing instead',
    hint: 'The form for assistance in writing opens, with your question in it.',
  },
  noRoom: {
    why: 'Your form for assistance in writing has no room left for this question.',
    next: 'Your question stays on this page. Open that form in another tab, make room among its facts and questions, then press “Ask this in writing instead” here again.',
    link: 'Open your form for assistance in writing',
  },
  supervised: {
    listen:
      'Everything asked on this call needs legal analysis. In your role that is asked in writing, as a request that names your supervisor. You are welcome to listen.',
    ask: 'In your role, what needs legal analysis is asked in writing, as a request that names your supervisor. Here you can ask what needs none.',
  },
  notNow: { title: 'Questions aren’t taken right now', next: 'What you can do' },
  errors: {
    name: 'Enter your name.',
    role: 'Choose your role.',
    question: 'Enter your question.',
    needsLegalAnalysis: 'Say whether it needs legal analysis.',
    questionAbout: 'Say what it is about.',
  },
  withdraw: {
    title: 'Withdraw your question?',
    lead: 'Your question leaves the call, and its place is free for you or a colleague to ask another one.',
    confirm: 'Withdraw it',
    keep: 'Keep it',
  },
};

/** What to do next. */
export interface NextStep {
  next: string;
  link?: { text: string; href: string };
  /** Further ways, of which the step speaks. */
  also?: { text: string; href: string }[];
}

interface Refused extends NextStep {
  /** Said in full: why the question isn’t taken. */
  why: string;
}

export const WRITE = { text: 'Ask for assistance in writing', href: paths.form.start };
const CALENDAR = { text: 'See the coming calls', href: paths.calls };
const MINE = { text: 'See your questions', href: paths.myCalls };

/** Each refusal in plain words, beside what helps. */
export const refusalText: Record<QuestionRefusalCode, Refused> = {
  'call-cancelled': {
    why: 'This call has been cancelled.',
    next: 'Ask for the next call once its questions open, or ask in writing now.',
    link: CALENDAR,
  },
  'questions-closed': {
    why: 'The time to ask for this call is over.',
    next: 'You can still listen. Ask for the next call, or in writing now.',
    link: CALENDAR,
  },
  'not-this-week': {
    why: 'Questions for this call are not open yet: they open when the call before it ends.',
    next: 'Come back then, or ask for the call that comes first.',
    link: CALENDAR,
  },
  'not-eligible': {
    why: 'These calls are not for your role.',
    next: 'Another series may be open to you, and assistance in writing is.',
    link: WRITE,
  },
  'supervised-analysis': {
    why: 'In your role, questions that need legal analysis are asked together with a supervisor, in writing.',
    next: 'Send it as a request that names your supervisor. You are welcome to listen, and to ask what needs no analysis.',
    link: WRITE,
  },
  'legal-topic-not-allowed': {
    why: 'A question of this kind does not belong on this call.',
    next: 'Look at what each call is about, and choose another one; or ask in writing now.',
    link: CALENDAR,
  },
  'analysis-on-first-wednesday': {
    why: 'Trafficking analysis has its own calls.',
    next: 'Ask it for the first call of a month, or in writing now.',
    link: CALENDAR,
  },
  'prerequisite-missing': {
    why: 'To ask on this call, a course must be completed first.',
    next: 'Complete it and come back: your question can be sent until the call’s questions close. Or ask in writing now. Listening needs no course.',
    link: WRITE,
  },
  'already-a-request': {
    why: 'You have asked this before, and it is waiting for its answer.',
    next: 'You don’t need to do anything: the answer will come to you.',
    link: { text: 'See your requests', href: paths.myRequests },
  },
  'one-question-per-person': {
    why: 'You have a question for this call already.',
    next: 'Change that one, or withdraw it to ask this one instead.',
    link: MINE,
  },
  'one-question-per-organization': {
    why: 'Someone at your organization already has a question for this call.',
    next: 'Agree with your colleague which one to ask, or send yours in writing. If yours is another organization, name it more precisely.',
    link: WRITE,
  },
};

export const questionStatusText: Record<QuestionStatus, { tag: string; classes: string; sentence: string }> =
  {
    asked: {
      tag: 'Asked',
      classes: 'govuk-tag--blue',
      sentence: 'We have it. The questions for the call are chosen after the time to ask ends.',
    },
    selected: {
      tag: 'On the agenda',
      classes: 'govuk-tag--green',
      sentence:
        'It is on the agenda. Please be there: we discuss a question only with the person who asked it.',
    },
    'not-selected': {
      tag: 'No room',
      classes: 'govuk-tag--yellow',
      sentence: 'There was no room for it. Nothing is lost: it can become a request for a written answer.',
    },
    withdrawn: { tag: 'Withdrawn', classes: 'govuk-tag--grey', sentence: 'You withdrew it.' },
    moved: {
      tag: 'Moved',
      classes: 'govuk-tag--grey',
      sentence: 'As agreed with you, it is now for another call.',
    },
    converted: {
      tag: 'A request now',
      classes: 'govuk-tag--green',
      sentence: 'It has become a request for a written answer, and keeps its date.',
    },
  };
