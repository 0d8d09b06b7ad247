import type { StaffRole } from '../../people/actor.js';
import { DIRECTORS, EVERYONE } from '../../people/permissions.js';
import { because } from '../../result.js';
import { WORKING_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

/** More days than the program's number, or once more where that needs a director. */
export const mayExtendBeyond = (role: StaffRole | null): boolean => role !== null && DIRECTORS.includes(role);

export const extend = decision<{ kind: 'extend'; businessDays: number }>()({
  by: EVERYONE,
  words: { reason: { keptAs: 'extension-reason', readBy: 'case' } },

  allowedIn: [...WORKING_STATUSES, 'awaiting-information'],
  mildest: () => ({ kind: 'extend', businessDays: 1 }),
  refuse(state, { businessDays }, { role }) {
    if (state.clock.length === 0) return because('no-deadline-to-extend');
    if (mayExtendBeyond(role)) return null;
    if (state.extensions > 0 && state.secondExtensionNeedsDirector)
      return because('second-extension-needs-director');
    return businessDays > state.maxExtension
      ? because('long-extension-needs-director', { days: state.maxExtension })
      : null;
  },
  carryOut: (state, { businessDays }, at) => ({
    type: 'extended',
    change: {
      extensions: state.extensions + 1,
      extensionDays: state.extensionDays + businessDays,
      clock: [...state.clock, { type: 'extended', at, businessDays }],
    },
    data: { clock: 'extended', businessDays },
  }),
});
