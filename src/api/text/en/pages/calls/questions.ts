import { identifiersText } from '../identifiers.js';

/** Words of asking a question for a call, changing it, and of what became of it. */
export const questionText = {
  title: 'Ask a question for this call',
  editTitle: 'Change your question',
  seeQuestions: 'See your questions',
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
  attach: {
    legend: 'Attach one of your EMP worksheets?',
    hint: 'Our team gets a copy with your question. What you change in the worksheet later does not change the copy.',
    keep: 'Keep the copy that is attached',
    none: 'No worksheet',
    gone: 'That worksheet is no longer there. Choose again.',
    detail: (about: string, saved: string) => `${about}. ${saved}`,
    begin: 'You can fill in an EMP worksheet here first, and send it along with your question.',
    link: 'Your EMP worksheets',
  },
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
    ...identifiersText,
    lead: 'We found words that could identify your client. We don’t need them to help you; please take them out if you can. Nothing has been sent yet.',
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
};

export const withdrawText = {
  title: 'Withdraw your question?',
  lead: 'Your question leaves the call, and its place is free for you or a colleague to ask another one.',
  confirm: 'Withdraw it',
  keep: 'Keep it',
};
