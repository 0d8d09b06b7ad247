import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import { allowance } from '../../domain/requests/allowance.js';
import type { RequestState } from '../../domain/requests/state.js';
import { isEnded } from '../../domain/requests/status.js';
import { decide, requestFact } from './ta-request-messages.js';
import { RequestProcess } from './ta-request-state.js';

export interface TaRequestInput {
  v: 1;
  /** As decided and recorded in the transaction that accepted the request. */
  state: RequestState;
  /** Test hook: continue as new once the history is this long. */
  continueAfterEvents?: number;
}

const { recordRequestEvent } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

const TOO_LATE = {
  code: 'too-late',
  detail: 'This decision arrived too late to be carried out; decide again.',
};

const now = () => new Date(Date.now()).toISOString();

/**
 * One episode of a TA request, from receipt to its end: it decides what people ask, reminds, escalates and
 * lapses by itself, and keeps one timer for whatever is due next.
 */
export async function taRequest(input: TaRequestInput): Promise<void> {
  const request = new RequestProcess(input.state);

  setHandler(
    decide,
    async (envelope) => {
      const seq = request.command(envelope, now());
      await condition(() => request.isRecorded(seq));
      return { seq };
    },
    {
      // Synchronous: a promise would never refuse.
      validator: (envelope) => {
        const refused = now() > envelope.notAfter ? TOO_LATE : allowance(request.state, envelope);
        if (refused) throw ApplicationFailure.nonRetryable(refused.detail, refused.code);
      },
    },
  );
  setHandler(requestFact, (fact) => request.fact(fact));

  while (request.unrecorded.length > 0 || !isEnded(request.state.status)) {
    await recordEvents(request);
    if (isEnded(request.state.status)) break;
    if (historyIsLong(input) && (await isQuiet(request))) {
      return continueAsNew<typeof taRequest>({ ...input, state: request.state });
    }
    if (request.unrecorded.length > 0) continue;
    await waitForWhatComesNext(request);
  }
  await condition(allHandlersFinished);
}

/** One event at a time, in order: each in one transaction that also tells what is due next. */
async function recordEvents(request: RequestProcess): Promise<void> {
  for (let next = request.unrecorded[0]; next; next = request.unrecorded[0]) {
    const result = await recordRequestEvent({ v: 1, state: next.state, event: next.event });
    request.recorded(next, result, now());
  }
}

/** A decision, a fact, or the next deadline: whichever comes first. */
async function waitForWhatComesNext(request: RequestProcess): Promise<void> {
  const somethingHappened = () => request.unrecorded.length > 0;
  const { next } = request.state;
  if (!next) return condition(somethingHappened);
  const wait = Date.parse(next.at) - Date.now();
  const happened = wait > 0 ? await condition(somethingHappened, wait) : somethingHappened();
  if (!happened) request.deadline(next, now());
}

function historyIsLong({ continueAfterEvents }: TaRequestInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return (
    continueAsNewSuggested || (continueAfterEvents !== undefined && historyLength >= continueAfterEvents)
  );
}

/** Handlers have answered and nothing new came in meanwhile: the run may end without losing anything. */
async function isQuiet(request: RequestProcess): Promise<boolean> {
  await condition(() => allHandlersFinished() || request.unrecorded.length > 0);
  return allHandlersFinished() && request.unrecorded.length === 0;
}
