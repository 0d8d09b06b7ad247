import type { QuestionRefusalCode } from '../../../../../domain/calls/question-policy.js';

/** Why a question can’t be asked, in plain words, and what helps instead. */
export const notAskedText: Record<QuestionRefusalCode, { why: string; next: string }> = {
  'call-cancelled': {
    why: 'This call has been cancelled.',
    next: 'Ask for the next call once its questions open, or ask in writing now.',
  },
  'questions-closed': {
    why: 'The time to ask for this call is over.',
    next: 'You can still listen. Ask for the next call, or in writing now.',
  },
  'not-this-week': {
    why: 'Questions for this call are not open yet: they open when the call before it ends.',
    next: 'Come back then, or ask for the call that comes first.',
  },
  'not-eligible': {
    why: 'These calls are not for your role.',
    next: 'Another series may be open to you, and assistance in writing is.',
  },
  'assistance-refused': {
    why: 'We do not give you individual assistance at present, and that includes questions on calls.',
    next: 'You are welcome to listen. Our notice to you says why, until when, and how to appeal.',
  },
  'supervised-analysis': {
    why: 'In your role, questions that need legal analysis are asked together with a supervisor, in writing.',
    next: 'Send it as a request that names your supervisor. You are welcome to listen, and to ask what needs no analysis.',
  },
  'legal-topic-not-allowed': {
    why: 'A question of this kind does not belong on this call.',
    next: 'Look at what each call is about, and choose another one; or ask in writing now.',
  },
  'analysis-on-first-wednesday': {
    why: 'Trafficking analysis has its own calls.',
    next: 'Ask it for the first call of a month, or in writing now.',
  },
  'prerequisite-missing': {
    why: 'To ask on this call, a course must be completed first.',
    next: 'Complete it and come back: your question can be sent until the call’s questions close. Or ask in writing now. Listening needs no course.',
  },
  'already-a-request': {
    why: 'You have asked this before, and it is waiting for its answer.',
    next: 'You don’t need to do anything: the answer will come to you.',
  },
  'one-question-per-person': {
    why: 'You have a question for this call already.',
    next: 'Change that one, or withdraw it to ask this one instead.',
  },
  'one-question-per-organization': {
    why: 'Someone at your organization already has a question for this call.',
    next: 'Agree with your colleague which one to ask, or send yours in writing. If yours is another organization, name it more precisely.',
  },
};

/** What leads on from there. */
export const waysFromQuestionText = {
  notice: 'Read our notice',
  write: 'Ask for assistance in writing',
  calendar: 'See the coming calls',
  questions: 'See your questions',
  requests: 'See your requests',
};
