import type { privacyRefusals } from '../../../../domain/refusals/privacy.js';
import type { RefusalSentences } from '../../sentences.js';

export const privacySentences: RefusalSentences<typeof privacyRefusals> = {
  'only-people-have-data':
    'Only people who are signed in ask for a copy of their data or for its erasure. A key has none.',
  'privacy-waits-already': 'You asked for this already, and it waits for an answer. You can take it back.',
  'privacy-link-over':
    'This link was used, is too old, or belongs to somebody else. Sign in with the address it was sent to, or ask anew.',
  'no-such-wish': 'There is no such wish, or it is not yours.',
  'wish-is-decided': 'This has been decided, or was taken back.',
  'wish-not-yours-to-decide': 'Staff carry a wish out or refuse it; only whose wish it is takes it back.',
  'erasure-waits-for-requests': ({ open }) =>
    `${open === 1 ? 'A request of theirs is' : `${open} requests of theirs are`} still open. Close ${open === 1 ? 'it' : 'them'} first, or have ${open === 1 ? 'it' : 'them'} withdrawn.`,
  'copy-is-over': 'This copy can’t be fetched any more, or not yet. Ask for one anew.',
};
