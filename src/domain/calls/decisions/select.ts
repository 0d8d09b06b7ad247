import { invalid, notNow, onCall } from './sheet.js';

/** Which questions it takes; which those are waits in the database under the command's id. */
export const select = onCall<{ kind: 'select'; count: number }>({
  allowedIn: ['open', 'questions-closed'],
  mildest: () => ({ kind: 'select', count: 0 }),
  refuse(state, { count }, at) {
    if (at >= state.times.selectUntil) return notNow('The time to select is over; the selection stands.');
    return Number.isInteger(count) && count >= 0 && count <= state.rules.maxQuestions
      ? null
      : invalid(`Choose at most ${state.rules.maxQuestions} questions for this call.`);
  },
  carryOut: (_state, { count }) => ({ type: 'selected', change: { selectedCount: count }, data: { count } }),
});
