import { OPEN_STATUSES } from '../statuses.js';
import { endAs } from './outcomes.js';
import { decision } from './sheet.js';

/** Merging passes dates on, and each would read the other's; what to do instead is said with it. */
export const OF_ANOTHER_PERSON =
  'That request is another person’s. Only requests of one person are merged, so that nobody sees the dates of somebody else. Answer both, or redirect this one.';

interface Merge {
  kind: 'merge';
  into: string;
  /** Both were sent by one person. Commands of before it was asked for don't say. */
  samePerson?: boolean;
}

export const merge = decision<Merge>({
  permission: 'decision.merge',
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'merge', into: '' }),
  refuse(state, { into, samePerson }) {
    if (into === state.requestId)
      return { code: 'invalid', detail: 'A request cannot be merged into itself.' };
    return samePerson === false ? { code: 'invalid', detail: OF_ANOTHER_PERSON } : null;
  },
  carryOut: (state, { into }, at) => endAs('merged', state, at, { into }),
});
