import { EVERYONE } from '../../people/permissions.js';
import { OPEN_STATUSES } from '../statuses.js';
import { workingStatus } from './outcomes.js';
import { decision } from './sheet.js';

interface Reclassify {
  kind: 'reclassify';
  requestKind: string;
  documentKind: string | null;
  /** Courses the new kind needs and the requester has not passed. */
  missing: string[];
}

export const reclassify = decision<Reclassify>()({
  by: EVERYONE,
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'reclassify', requestKind: '', documentKind: null, missing: [] }),
  carryOut(state, { requestKind, documentKind, missing }, at) {
    const type = 'reclassified';
    const data = { requestKind, documentKind };
    const started = state.clock.length > 0;
    if (missing.length > 0 && state.status !== 'awaiting-information') {
      return {
        type,
        change: { status: 'awaiting-prerequisites', waitingSince: at, missing, clock: [] },
        data: { ...data, missing, ...(started ? { clock: 'reset' } : {}) },
      };
    }
    if (missing.length === 0 && !started) {
      return {
        type,
        change: {
          status: workingStatus(state),
          waitingSince: null,
          missing: [],
          clock: [{ type: 'started', at }],
        },
        data: { ...data, clock: 'started' },
      };
    }
    return { type, change: { missing }, data };
  },
});
