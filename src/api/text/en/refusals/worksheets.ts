import type { worksheetRefusals } from '../../../../domain/refusals/worksheets.js';
import type { RefusalSentences } from '../../sentences.js';

export const worksheetSentences: RefusalSentences<typeof worksheetRefusals> = {
  'no-such-worksheet': 'There is no such worksheet.',
  'worksheet-of-no-use':
    'This question is not about law: a worksheet is of use where law is applied to facts. Ask another question, or send it along with a request.',
  'too-many-worksheets': ({ most }) =>
    `You have ${most} worksheets. Erase one that you no longer need to begin another.`,
  'worksheet-saved-elsewhere':
    'This worksheet was saved in another window meanwhile. Where the two differ, both are shown below. Take out what you don’t need, then save.',
};
