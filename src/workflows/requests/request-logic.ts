import type { RecordedRequestEvent } from '../../activities/requests/record-request-event.js';
import type { RequestCommandEnvelope, RequestFact } from '../../domain/requests/command.js';
import { carryOut, refusalOf } from '../../domain/requests/decide.js';
import { whenDue } from '../../domain/requests/due.js';
import { applyFact, completedMeanwhile } from '../../domain/requests/facts.js';
import type { Deadline, RequestEvent, RequestState } from '../../domain/requests/state.js';
import { isEnded } from '../../domain/requests/statuses.js';
import type { ProcessLogic } from '../process/recorded-process.js';

/** The pure logic of a TA request, as its process needs it. */
export const requestLogic: ProcessLogic<
  RequestState,
  RequestEvent,
  RequestCommandEnvelope,
  RequestFact,
  Deadline,
  RecordedRequestEvent
> = {
  refusalOf,
  carryOut,
  applyFact,
  whenDue,
  isEnded: (state) => isEnded(state.status),
  recorded(state, { next, dueAt, passed }, at) {
    const dated = { ...state, next, dueAt };
    return { state: dated, more: completedMeanwhile(dated, passed, at) };
  },
};
