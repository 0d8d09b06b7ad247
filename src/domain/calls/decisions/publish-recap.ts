import { notNow, onCall } from './sheet.js';

export const publishRecap = onCall<{ kind: 'publish-recap' }>({
  allowedIn: ['held', 'completed'],
  mildest: () => ({ kind: 'publish-recap' }),
  refuse(state) {
    if (state.retired) return notNow('The call is too long ago for a recap.');
    return state.recapPublishedAt ? notNow('The recap has been published already.') : null;
  },
  carryOut: (_state, _command, at) => ({ type: 'recap-published', change: { recapPublishedAt: at } }),
});
