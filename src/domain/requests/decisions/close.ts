import { EVERYONE } from '../../people/permissions.js';
import { because } from '../../result.js';
import { openFollowUp } from '../after-answer.js';
import { decision } from './sheet.js';

export const close = decision<{ kind: 'close' }>()({
  by: EVERYONE,
  allowedIn: ['responded'],
  mildest: () => ({ kind: 'close' }),
  // What was asked is answered first.
  refuse: (state) => (openFollowUp(state) ? because('follow-up-open') : null),
  carryOut: () => ({ type: 'closed', change: { status: 'closed' } }),
});
