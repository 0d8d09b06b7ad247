import { roleMay } from '../../people/permissions.js';
import { WORKING_STATUSES } from '../statuses.js';
import { decision, notNow } from './sheet.js';

export const extend = decision<{ kind: 'extend'; businessDays: number }>({
  permission: 'decision.extend',
  allowedIn: [...WORKING_STATUSES, 'awaiting-information'],
  mildest: () => ({ kind: 'extend', businessDays: 1 }),
  refuse(state, { businessDays }, { role }) {
    if (state.clock.length === 0) return notNow('There is no deadline yet that could be extended.');
    if (roleMay(role, 'decision.extend-beyond')) return null;
    if (state.extensions > 0 && state.secondExtensionNeedsDirector)
      return { code: 'forbidden', detail: 'A second extension needs a director.' };
    return businessDays > state.maxExtension
      ? { code: 'forbidden', detail: `More than ${state.maxExtension} business days need a director.` }
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
