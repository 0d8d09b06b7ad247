import type { absenceRefusals } from '../../../../domain/refusals/absences.js';
import { formatDate } from '../../../../domain/time/format.js';
import type { RefusalSentences } from '../../sentences.js';

export const absenceSentences: RefusalSentences<typeof absenceRefusals> = {
  'only-staff-are-away': 'Only people on staff have times away.',
  'not-your-absence': 'Only they themselves, or whoever hands over work, set this.',
  'no-such-absence': 'There is no such time away.',
  'nobody-to-be-away': 'Choose somebody who is on staff.',
  'nobody-to-stand-in': 'Choose somebody who is on staff to stand in.',
  'stand-in-is-themself': 'Nobody stands in for themselves. Choose somebody else.',
  'stand-in-lacks-role': ({ name }) =>
    `${name} may not do all of this work. Choose somebody whose role may decide the same.`,
  'absence-ends-before': 'The last day must not come before the first.',
  'absence-too-long': ({ days }) => `Enter at most ${days} days at once.`,
  'already-away': ({ firstDay, lastDay }) =>
    `There is a time away from ${formatDate(firstDay)} to ${formatDate(lastDay)} already. Change that one, or choose other days.`,
  'stand-in-away': ({ name, firstDay, lastDay }) =>
    `${name} is away too, from ${formatDate(firstDay)} to ${formatDate(lastDay)}. Choose somebody else to stand in.`,
  'stands-in-then': ({ name, firstDay, lastDay }) =>
    `${name} is away from ${formatDate(firstDay)} to ${formatDate(lastDay)} and counts on this person to stand in. Have somebody else named there first.`,
  'absence-unchanged': 'Say what is to be changed.',
  'absence-clash':
    'Somebody has changed another time away in the meantime, and the two do not go together. Look at them again.',
  'absence-over': 'This time away is over, or was taken back.',
  'absence-has-begun':
    'This time away has begun. Its last day and its stand-in can be changed, or it is ended early.',
  'absence-not-begun': 'This time away has not begun. Cancel it instead.',
};
