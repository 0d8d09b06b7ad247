import { OPEN_STATUSES } from '../statuses.js';
import { endAs } from './outcomes.js';
import { command } from './sheet.js';

export const withdraw = command<{ kind: 'withdraw' }>({
  allowedIn: OPEN_STATUSES,
  carryOut: (state, _command, at) => endAs('withdrawn', state, at),
});
