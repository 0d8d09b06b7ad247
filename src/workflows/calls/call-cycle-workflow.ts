import {
  type ActivityOptions,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { CallFact } from '../../domain/calls/call-command.js';
import { whenCallIsDue } from '../../domain/calls/call-due.js';
import { applyCallFact } from '../../domain/calls/call-facts.js';
import { type CallEvent, type CallState, isOver } from '../../domain/calls/call-state.js';
import { callRefusalOf, carryOutOnCall } from '../../domain/calls/decide-call.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal, now } from '../journal.js';
import { callFact, decideCallUpdate, mendCall } from './call-messages.js';

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordCallEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One call of a series, from planning until nothing more comes of it.
 *
 * **By itself comes** (`domain/calls/call-due.ts`) its course: `window-opens` for questions, the `cut-off` on Tuesday,
 * `select-until` for staff's choice among them, the `reminder` to those who listen, its end (`ends`); afterwards
 * `hand-over` of the questions nobody answered, `completed` without a word of who was there, `retire`. On a day off
 * staff are told (`flag-day-off`), and unless they confirm it, it is cancelled (`cancel-day-off`).
 *
 * **The Tuesday rule**: the cut-off counts the questions that stand, and a call for which nobody asked one by then is
 * cancelled, where the program says so (`afterCutOff`).
 *
 * **Staff decide** (`domain/calls/call-decisions.ts`): `select`, `cancel`, `reschedule`, `confirm`, `publish-recap`,
 * `mark-attendance`. **Things happen** (`domain/calls/call-facts.ts`): `attendance-known`, `calendar-changed`,
 * `questions-counted`.
 */
export async function callCycle(input: Starts['callCycle']): Promise<void> {
  const call = new Journal<CallState, CallEvent, CallFact>(input, applyCallFact);
  call.decides(decideCallUpdate, { refusalOf: callRefusalOf, carryOut: carryOutOnCall });
  call.hears(callFact);
  call.mends(mendCall);

  while (true) {
    for (const news of call.unrecorded()) {
      await call.record(
        recordCallEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [{ v: 1, ...news }]),
        ({ next, dayOff, flagged, questionCount }) => ({
          state: { ...news.state, next, dayOff, flagged },
          facts: countedAtCutOff(questionCount),
        }),
      );
    }
    // Nothing is unrecorded here: between the two no message is handled.
    if (isOver(call.state)) break;
    if (historyIsLong(input.continueAfterEvents)) {
      await call.untilQuiet();
      if (call.isQuiet) return continueAsNew<typeof callCycle>({ ...input, ...call.carriedOver });
    }
    await call.nextDueUnlessSomethingHappens(whenCallIsDue);
  }
  await condition(allHandlersFinished);
}

/** Counted under the lock that new questions take, so none slips in between; null with any event but the cut-off. */
function countedAtCutOff(count: number | null): CallFact[] {
  return count === null ? [] : [{ v: 1, kind: 'questions-counted', count, at: now() }];
}
