import { because } from '../../result.js';
import { OPEN_STATUSES } from '../statuses.js';
import { clockOf, goOn } from './answer-information.js';
import { command } from './sheet.js';

/**
 * The requester names another supervisor than the one who is silent, has said no, or was wrong; which one waits in the
 * database under the command's id. One who has confirmed has read the request: that is not taken back.
 */
export const nameSupervisor = command<{ kind: 'name-supervisor' }>({
  allowedIn: OPEN_STATUSES,
  refuse({ supervisor }) {
    if (supervisor === 'not-needed') return because('needs-no-supervisor');
    return supervisor === 'confirmed' ? because('supervisor-confirmed-already') : null;
  },
  carryOut(state, _command, at) {
    const named = { supervisor: 'unconfirmed' as const, supervisorAskedAt: at };
    // A name is no answer to a question.
    const goesOn =
      state.status === 'awaiting-information' && state.supervisor === 'refused' && !state.questionWaits;
    return {
      type: 'supervisor-named',
      change: { ...named, ...(goesOn ? goOn(state, at) : {}) },
      data: goesOn ? clockOf(state) : {},
    };
  },
});
