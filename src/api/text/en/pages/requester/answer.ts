/** Answering our question, or naming another supervisor. */
export const answerText = {
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
};
