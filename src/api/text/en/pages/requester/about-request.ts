import { listed } from '../../../../../domain/text/listed.js';
import { answerText } from './answer.js';
import { documentsText } from './documents.js';
import { letterText } from './letters.js';

/**
 * Words of the pages with a form about a request. A page has the name of its words as its address:
 * `paths.myRequestPage(id, 'withdraw')`.
 */
export const aboutRequestText = {
  answer: answerText,
  documents: documentsText,
  ...letterText,
  /** The court or filing date, asked again. */
  'court-date': {
    title: 'Change the court or filing date',
    save: 'Save',
  },
  supervisor: {
    title: 'Name another supervisor',
    lead: (name: string) =>
      `${name} has not confirmed yet that they supervise you. If somebody else should, name them here: they get a link by e-mail, and the link that ${name} has stops working.`,
    goesOn: 'The time for our answer goes on meanwhile.',
    send: 'Name and ask them',
  },
  feedback: {
    title: 'How was it?',
    lead: [
      'Two short questions about our answer. What you say goes to our staff; a supervisor does not see it. You can change it later.',
    ],
    answered: 'Did our answer answer your question?',
    choices: { yes: 'Yes', partly: 'Partly', no: 'No' },
    missing: 'Choose an answer.',
    comment: 'What was good, or what would have helped more? (optional)',
    commentHint:
      'To ask something, use the follow-up question. Leave out your client’s name, A-number, receipt numbers, Social Security number and date of birth.',
    confirm: 'I have checked it; send it as it is',
    button: 'Send',
    done: 'Thank you for telling us.',
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
};
