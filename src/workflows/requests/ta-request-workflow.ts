import { type ActivityOptions, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { RequestFact } from '../../domain/requests/command.js';
import type { RequestState } from '../../domain/requests/state.js';
import { type Held, RecordedProcess } from '../process/recorded-process.js';
import { answerMessages, expectedBy, runProcess } from '../process/run-process.js';
import { requestLogic } from './request-logic.js';
import { decide, mend, requestFact } from './ta-request-messages.js';

export interface TaRequestInput {
  v: 1;
  /** As decided and recorded in the transaction that accepted the request. */
  state: RequestState;
  /** What the run before could not carry out. */
  held?: Held<RequestFact> | null;
  /** Test hook: continue as new once the history is this long. */
  continueAfterEvents?: number;
}

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  // A worker that was killed is noticed soon: the people who decided are waiting.
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordRequestEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One episode of a TA request, from receipt to its end: it decides what people ask, reminds, escalates and
 * lapses by itself, and keeps one timer for whatever is due next.
 */
export async function taRequest(input: TaRequestInput): Promise<void> {
  const request = new RecordedProcess(requestLogic, input.state, input.held ?? null);
  answerMessages(request, { decide, fact: requestFact, mend });

  const outcome = await runProcess(request, {
    record: ({ decided, cause }) =>
      recordRequestEvent.executeWithOptions({ ...RECORDING, summary: decided.event.type }, [
        { v: 1, ...decided, ...(cause.kind === 'command' ? expectedBy(cause.command) : {}) },
      ]),
    continueAfterEvents: input.continueAfterEvents,
  });
  if (outcome === 'history-is-long') {
    await continueAsNew<typeof taRequest>({ ...input, state: request.state, held: request.held });
  }
}
