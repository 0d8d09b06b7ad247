import { because } from '../../result.js';
import { onCall } from './sheet.js';

export const publishRecap = onCall<{ kind: 'publish-recap' }>({
  allowedIn: ['held', 'completed'],
  mildest: () => ({ kind: 'publish-recap' }),
  refuse(state) {
    if (state.retired) return because('recap-too-late');
    return state.recapPublishedAt ? because('recap-published') : null;
  },
  carryOut: (_state, _command, at) => ({ type: 'recap-published', change: { recapPublishedAt: at } }),
});
