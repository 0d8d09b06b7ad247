import type { precedentRefusals } from '../../../../domain/refusals/precedents.js';
import type { RefusalSentences } from '../../sentences.js';

export const precedentSentences: RefusalSentences<typeof precedentRefusals> = {
  'no-such-precedent': 'There is no such answer.',
  'precedent-not-now': 'That can’t be decided as the precedent stands now. Look at it again.',
  'precedent-identifiers':
    'This looks as if it told who a client is. Take it out, or say that you have checked it.',
  'no-such-precedent-topic': 'The program has no such topic.',
  'precedent-of-unanswered': 'Only an answered request can become a precedent.',
};
