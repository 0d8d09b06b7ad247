import type { RequestFact } from '../../domain/requests/command.js';
import { applyFact } from '../../domain/requests/facts.js';
import type { RequestState } from '../../domain/requests/state.js';
import type { Decided } from '../../domain/requests/transition.js';
import { isSince } from '../patches.js';

/** What a fact does; of the kinds that are new, nothing where a version of before took it up and knew nothing of them. */
export function applyNews(state: RequestState, fact: RequestFact): Decided | null {
  const decided = applyFact(state, fact);
  return decided && knows(state, fact) ? decided : null;
}

/** Asked only where something would be done, and where a run of since then can't be told by what it has planned. */
function knows(state: RequestState, { kind }: RequestFact): boolean {
  switch (kind) {
    case 'worksheet-attached':
      return isSince('hearsOfWorksheets');
    case 'closing-held':
    case 'closing-resumed':
      return state.next !== null || state.closing != null || isSince('hearsOfItsEnd');
    default:
      return true;
  }
}
