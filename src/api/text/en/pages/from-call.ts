import type { QuestionStep } from '../../../../usecases/calls/questions/question-past.js';

/** Words for a request that was a question for a call, on the pages of either. */
export const fromCallText = {
  card: 'From a call',
  call: 'Call',
  question: 'Question',
  seeQuestion: 'See the question',
  history: 'What became of it',
  staffSteps: {
    asked: 'Asked as a question for a call',
    'agenda-set': 'The agenda of the call was set',
    'call-cancelled': 'The call was cancelled',
    'told-absent': 'Its asker was told that they were not found on the call',
    converted: 'It became a request',
  } satisfies Record<QuestionStep, string>,
  steps: {
    asked: 'You asked it for a call',
    'agenda-set': 'The agenda of the call was set',
    'call-cancelled': 'The call was cancelled',
    'told-absent': 'We wrote that we had not found you on the call',
    converted: 'It became a request',
  } satisfies Record<QuestionStep, string>,
  row: 'Asked first for',
  myCalls: 'See your questions',
  request: (reference: string, status: string) => `${reference}, ${status.toLowerCase()}`,
};
