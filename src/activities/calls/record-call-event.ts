import type { CallDeadline, CallEvent, CallState } from '../../domain/calls/call-state.js';
import { planCall, withCallPlan } from '../../domain/calls/plan-call.js';
import { STANDING_STATUSES } from '../../domain/calls/question-statuses.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { callEventHash, lockCallAndCalendar } from '../../usecases/calls/call-row.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { writeCallEvent } from '../../usecases/calls/write-call-event.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { recordingActivity } from '../recording-activity.js';

export interface RecordCallEvent {
  v: 1;
  /** State after the event. */
  state: CallState;
  event: CallEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

export interface RecordedCallEvent {
  next: CallDeadline | null;
  dayOff: CallState['dayOff'];
  flagged: boolean;
  /** Questions that stand, counted under the lock; told with the cut-off only. */
  questionCount: number | null;
}

/**
 * Carries out one decision about a call in one transaction: audit, row, the askers' mails, the start of mail
 * to everybody, and the dates on today's calendar. Repeating it changes nothing.
 */
export function recordCallEvent(services: RecordServices) {
  return recordingActivity<RecordCallEvent, RecordedCallEvent>(services, {
    workflowId: ({ state }) => callWorkflowId(state.callId),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.call.updateMany({ where: { id: state.callId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordCallEvent,
): Promise<Begun<RecordedCallEvent>> {
  const { tx } = rec;
  const row = await lockCallAndCalendar(tx, state.callId);
  const series = seriesRule(services, state.seriesId);
  // Back in the program, it goes on: what fell due meanwhile is held.
  if (!row || !series) throw new NeverRecorded('call-missing');
  return {
    hash: callEventHash(event, state),
    version: row.version,
    calendarHeld: true,
    async plan(calendar) {
      const plan = planCall({ state, calendar, at: event.at });
      const planned = withCallPlan(state, plan);
      return {
        async write() {
          await writeCallEvent(rec, services, { row, state: planned, event, plan, series, calendar });
        },
        told: async () => ({
          next: planned.next,
          dayOff: planned.dayOff,
          flagged: planned.flagged,
          questionCount: event.type === 'questions-closed' ? await standing(tx, state.callId) : null,
        }),
      };
    },
  };
}

function standing(tx: Transaction, callId: string): Promise<number> {
  return tx.callQuestion.count({ where: { callId, status: { in: STANDING_STATUSES } } });
}
