import type { CallDeadline, CallEvent, CallState } from '../../domain/calls/call-state.js';
import { planCall, withCallPlan } from '../../domain/calls/plan-call.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { loadCalendar } from '../../usecases/calendar/load-calendar.js';
import { holdCalendar } from '../../usecases/calendar/lock-calendar.js';
import { callEventHash, lockCall } from '../../usecases/calls/call-row.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { writeCallEvent } from '../../usecases/calls/write-call-event.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import { isRecorded } from '../../usecases/process-events.js';
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
  return recordingActivity<RecordCallEvent, RecordedCallEvent>(
    services,
    {
      workflowId: ({ state }) => callWorkflowId(state.callId),
      putOff: (tx, { state }, due, until) =>
        tx.call.updateMany({ where: { id: state.callId, ...due }, data: { nextDueAt: until } }),
    },
    async (rec, { state, event, expectedVersion }) => {
      const { tx } = rec;
      const row = await lockCall(tx, state.callId);
      const series = seriesRule(services, state.seriesId);
      // Back in the program, it goes on: what fell due meanwhile is held.
      if (!row || !series) throw new NeverRecorded('call-missing');
      const known = await isRecorded(tx, services.log, {
        workflowId: callWorkflowId(state.callId),
        seq: event.seq,
        hash: callEventHash(event, state),
      });
      if (!known && expectedVersion !== undefined && expectedVersion !== row.version) {
        throw new NeverRecorded('version-mismatch');
      }
      await holdCalendar(tx);
      const calendar = await loadCalendar(tx, services);
      const plan = planCall({ state, calendar, at: event.at });
      const planned = withCallPlan(state, plan);
      if (!known) {
        await writeCallEvent(rec, services, { row, state: planned, event, plan, series, calendar });
      }
      return {
        next: planned.next,
        dayOff: planned.dayOff,
        flagged: planned.flagged,
        questionCount: event.type === 'questions-closed' ? await standing(state.callId) : null,
      };

      function standing(callId: string): Promise<number> {
        return tx.callQuestion.count({ where: { callId, status: { in: ['asked', 'selected'] } } });
      }
    },
  );
}
