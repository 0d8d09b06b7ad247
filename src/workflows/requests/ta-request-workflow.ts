import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { RequestState } from '../../domain/requests/state.js';
import { RecordedProcess } from '../process/recorded-process.js';
import { answerMessages, runProcess } from '../process/run-process.js';
import { requestLogic } from './request-logic.js';
import { decide, requestFact } from './ta-request-messages.js';

export interface TaRequestInput {
  v: 1;
  /** As decided and recorded in the transaction that accepted the request. */
  state: RequestState;
  /** Test hook: continue as new once the history is this long. */
  continueAfterEvents?: number;
}

const { recordRequestEvent } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  // A worker that was killed is noticed soon: the people who decided are waiting.
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/**
 * One episode of a TA request, from receipt to its end: it decides what people ask, reminds, escalates and
 * lapses by itself, and keeps one timer for whatever is due next.
 */
export async function taRequest(input: TaRequestInput): Promise<void> {
  const request = new RecordedProcess(requestLogic, input.state);
  answerMessages(request, { decide, fact: requestFact });

  const outcome = await runProcess(request, {
    record: ({ state, event }) => recordRequestEvent({ v: 1, state, event }),
    continueAfterEvents: input.continueAfterEvents,
  });
  if (outcome === 'history-is-long') {
    await continueAsNew<typeof taRequest>({ ...input, state: request.state });
  }
}
