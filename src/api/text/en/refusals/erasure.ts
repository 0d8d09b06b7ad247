import type { erasureRefusals } from '../../../../domain/refusals/erasure.js';
import type { RefusalSentences } from '../../sentences.js';

export const erasureSentences: RefusalSentences<typeof erasureRefusals> = {
  'only-directors-erase': 'Only a director or an admin erases a request or a person.',
  'only-directors-hold': 'Only a director sets and lifts a legal hold.',
  'under-legal-hold':
    'A legal hold keeps this from being erased: its own, or that of a request or person it goes with. A director has to lift it first.',
  'held-already': 'There is a legal hold on this already.',
  'not-held': 'There is no legal hold on this, or it has been lifted.',
  'nothing-of-this-address': 'Nothing is kept about this address.',
  'no-such-request-to-erase': 'There is no such request. Check its reference.',
  'erases-no-staff': 'This is the address of a member of staff. Deactivate the account first.',
  'erases-nobody-under-review':
    'A conduct review of this person is open, or a refusal is in force. Erase the person once it has ended.',
  'erases-no-supervisor':
    'This person supervises an open request of somebody else. Have another supervisor named first.',
  'erases-nobody-with-question':
    'This person has a question for a call that is still to come. Withdraw the question first.',
  'name-typed-otherwise': 'Type it exactly as it is shown, so that nothing else is erased.',
};
