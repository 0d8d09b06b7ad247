import { ApplicationFailure } from '@temporalio/activity';
import type { RequestEvent } from '../../domain/requests/events.js';
import { planRequest } from '../../domain/requests/plan-request.js';
import type { Deadline, RequestState } from '../../domain/requests/state.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { passedCourses } from '../../usecases/completions/passed-courses.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { makeEffective } from '../../usecases/requests/case-text.js';

import { effectsOf } from '../../usecases/requests/request-effects.js';
import {
  courtDateOf,
  lockRequest,
  lockRequestAndCalendar,
  type RequestRow,
} from '../../usecases/requests/request-row.js';
import { eventHash, writeEvent } from '../../usecases/requests/write-event.js';

import { recordingActivity } from '../recording-activity.js';

export interface RecordRequestEvent {
  v: 1;
  /** State after the event. */
  state: RequestState;
  event: RequestEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

export interface RecordedRequestEvent {
  next: Deadline | null;
  dueAt: string | null;
  /** Courses passed by now, told when the state waits for some: one may have come in between. */
  passed: string[];
}

/**
 * Carries out one decision in one transaction: audit, read model, the decision's words, notices, and the
 * dates on today's calendar. Repeating it changes nothing; another event under the same number is an alarm.
 */
export function recordRequestEvent(services: RecordServices) {
  return recordingActivity<RecordRequestEvent, RecordedRequestEvent>(services, {
    workflowId: ({ state }) => requestWorkflowId(state.requestId, state.episode),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.taRequest.updateMany({ where: { id: state.requestId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordRequestEvent,
): Promise<Begun<RecordedRequestEvent>> {
  const { tx } = rec;
  const effects = effectsOf(event.type);
  const calendarHeld = !effects.locksPerson?.(event);
  const before = await (calendarHeld ? lockRequestAndCalendar : lockRequest)(tx, state.requestId);
  if (!before) throw ApplicationFailure.nonRetryable('the request was erased', 'request-erased');
  const { commandId } = event;
  let row = before;
  let carried: Partial<RequestRow> = {};
  return {
    hash: eventHash(event, state),
    version: before.version,
    calendarHeld,
    async apply() {
      if (commandId) {
        const about = { row: before, event, commandId, draftId: state.draftId };
        carried = (await effects.carries?.(rec, services, about)) ?? {};
        row = { ...before, ...carried };
      }
    },
    async plan(calendar) {
      const program = await services.programs.byVersion(tx, row.programVersionId);
      const plan = planRequest({ state, calendar, program, courtDate: courtDateOf(row), at: event.at });
      return {
        async write() {
          if (commandId) makeEffective(rec, row.id, commandId);
          const about = { row, before, carried, state, event, plan, calendar, program };
          const written = await writeEvent(rec, services, about);
          await effects.touches?.(rec, services, { row: written, event });
        },
        told: async () => ({
          next: plan.next,
          dueAt: plan.reading.dueAt,
          passed: state.missing.length > 0 ? await passedCourses(tx, row.requesterId) : [],
        }),
      };
    },
  };
}
