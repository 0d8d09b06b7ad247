import { because } from '../../result.js';
import { onCall } from './sheet.js';

/** Which questions it takes; which those are waits in the database under the command's id. */
export const select = onCall<{ kind: 'select'; count: number }>({
  allowedIn: ['open', 'questions-closed'],
  mildest: () => ({ kind: 'select', count: 0 }),
  refuse(state, { count }, at) {
    if (at >= state.times.selectUntil) return because('selection-over');
    return Number.isInteger(count) && count >= 0 && count <= state.rules.maxQuestions
      ? null
      : because('too-many-selected', { most: state.rules.maxQuestions });
  },
  carryOut: (_state, { count }) => ({ type: 'selected', change: { selectedCount: count }, data: { count } }),
});
