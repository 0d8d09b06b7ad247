import { roleMay } from '../../people/permissions.js';
import { because } from '../../result.js';
import { WORKING_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

export const extend = decision<{ kind: 'extend'; businessDays: number }>({
  permission: 'decision.extend',
  allowedIn: [...WORKING_STATUSES, 'awaiting-information'],
  mildest: () => ({ kind: 'extend', businessDays: 1 }),
  refuse(state, { businessDays }, { role }) {
    if (state.clock.length === 0) return because('no-deadline-to-extend');
    if (roleMay(role, 'decision.extend-beyond')) return null;
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
