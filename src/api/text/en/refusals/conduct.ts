import type { conductRefusals } from '../../../../domain/refusals/conduct.js';
import type { RefusalSentences } from '../../sentences.js';

export const conductSentences: RefusalSentences<typeof conductRefusals> = {
  'assistance-refused':
    'We do not give you individual assistance at present. Once signed in, you can read why, until when, and how to appeal.',
  // To whoever sends it for them: not why, and nothing to conclude from but that it isn’t taken.
  'not-taken-for-them':
    'This can’t be sent for them. Please ask them to send it themselves, signed in: their own pages say what they need to know.',
  'no-such-review': 'There is no such review, or it is not yours to see.',
  'only-directors-review': 'Only directors, or an admin for them, hold conduct reviews.',
  'only-directors-decide-appeals': 'Appeals are the director’s, and whoever the review is about makes them.',
  'another-director-decides': 'Another director decides an appeal than the one who refused.',
  'review-ended-meanwhile': 'This review has ended in the meantime.',
  'no-such-person-here': 'There is nobody with this id.',
  'review-ended': ({ status }) => `This review has ended (${status}).`,
  'not-while-review': ({ kind, status }) => `"${kind}" is not possible while the review is ${status}.`,
  'replied-often': ({ most }) => `You have replied ${most} times; the director decides on that.`,
  'appeal-too-late': 'The time for an appeal has passed.',
  'refusal-too-long': ({ days }) => `Assistance is refused for at most ${days} days.`,
  'refusal-ends-past': 'A refusal ends on a day that is still to come.',
};
