import type { processRefusals } from '../../../../domain/refusals/process.js';
import type { RefusalSentences } from '../../sentences.js';

export const processSentences: RefusalSentences<typeof processRefusals> = {
  'changed-meanwhile': 'This was changed in the meantime. Read it again, then decide.',
  'cannot-plan': 'This can’t be carried out: a date in it lies beyond what can be planned with.',
  'no-draft': 'There is no such draft any more: write the response first.',
  'call-missing': 'The program has no such call any more.',
  'event-conflict':
    'What is written here and what its process knows differ: an administrator has to mend it first.',
  'cannot-record': 'This could not be recorded. Nothing was changed; an administrator can find out why.',
  'decided-too-late': 'This decision arrived too late to be carried out; decide again.',
  'told-before': ({ words }) => words,
  'not-carried-out-now':
    'This could not be carried out right now. Your text is kept: please try again in a minute.',
  'try-again-not-saved':
    'We can’t save this right now. What you typed is still on this page: please try again in a minute.',
  'try-again-typed-kept':
    'We can’t do this right now. What you typed is still on this page: please try again in a minute.',
  'try-again-nothing-lost': 'We can’t do this right now. Nothing is lost: please try again in a minute.',
  'try-again-decision':
    'This could not be carried out right now. What you typed is kept: please try again in a minute.',
};
