import { type ActivityOptions, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { RecordedCallEvent } from '../../activities/calls/record-call-event.js';
import type { Activities } from '../../activities/create-activities.js';
import type { CallCommandEnvelope, CallFact } from '../../domain/calls/call-command.js';
import { whenCallIsDue } from '../../domain/calls/call-due.js';
import { applyCallFact } from '../../domain/calls/call-facts.js';
import { type CallDeadline, type CallEvent, type CallState, isOver } from '../../domain/calls/call-state.js';
import { callRefusalOf, carryOutOnCall } from '../../domain/calls/decide-call.js';
import { type Held, type ProcessLogic, RecordedProcess } from '../process/recorded-process.js';
import { answerMessages, expectedBy, now, runProcess } from '../process/run-process.js';
import { callFact, decideCallUpdate, mendCall } from './call-messages.js';

export interface CallCycleInput {
  v: 1;
  /** As planned and recorded by the series. */
  state: CallState;
  /** What the run before could not carry out. */
  held?: Held<CallFact> | null;
  /** Test hook: continue as new once the history is this long. */
  continueAfterEvents?: number;
}

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordCallEvent } = proxyActivities<Activities>(RECORDING);

const logic: ProcessLogic<
  CallState,
  CallEvent,
  CallCommandEnvelope,
  CallFact,
  CallDeadline,
  RecordedCallEvent
> = {
  refusalOf: (state, envelope) => callRefusalOf(state, envelope, now()),
  carryOut: carryOutOnCall,
  applyFact: applyCallFact,
  whenDue: whenCallIsDue,
  isEnded: isOver,
  recorded(state, { next, dayOff, flagged, questionCount }, at) {
    const dated = { ...state, next, dayOff, flagged };
    // Counted under the lock that new questions take, so none slips in between.
    const counted = { v: 1, kind: 'questions-counted', count: questionCount ?? 0, at } as const;
    return { state: dated, more: questionCount === null ? [] : [counted] };
  },
};

/**
 * One call from planning to its end: the window opens, questions come, the cut-off, the selection, the
 * reminder, the call itself, who was there, and what becomes of questions nobody answered.
 */
export async function callCycle(input: CallCycleInput): Promise<void> {
  const call = new RecordedProcess(logic, input.state, input.held ?? null);
  answerMessages(call, { decide: decideCallUpdate, fact: callFact, mend: mendCall });

  const outcome = await runProcess(call, {
    record: ({ decided, cause }) =>
      recordCallEvent.executeWithOptions({ ...RECORDING, summary: decided.event.type }, [
        { v: 1, ...decided, ...(cause.kind === 'command' ? expectedBy(cause.command) : {}) },
      ]),
    continueAfterEvents: input.continueAfterEvents,
  });
  if (outcome === 'history-is-long') {
    await continueAsNew<typeof callCycle>({ ...input, state: call.state, held: call.held });
  }
}
