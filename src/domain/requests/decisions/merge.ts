import { EVERYONE } from '../../people/permissions.js';
import { because } from '../../result.js';
import { OPEN_STATUSES } from '../statuses.js';
import { endAs } from './outcomes.js';
import { decision } from './sheet.js';

interface Merge {
  kind: 'merge';
  into: string;
  /** Both were sent by one person. Commands of before it was asked for don't say. */
  samePerson?: boolean;
}

export const merge = decision<Merge>()({
  by: EVERYONE,
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'merge', into: '' }),
  refuse(state, { into, samePerson }) {
    if (into === state.requestId) return because('merge-into-itself');
    // Merging passes dates on, and each would read the other's.
    return samePerson === false ? because('merge-of-another-person') : null;
  },
  carryOut: (state, { into }, at) => endAs('merged', state, at, { into }),
});
