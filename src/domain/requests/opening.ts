import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { stepsBehind } from './due/escalation.js';
import type { RequestEvent } from './events.js';
import type { RequestPlan } from './plan.js';
import { planRequest } from './plan-request.js';
import type { OpenTask, RequestState } from './state.js';

export interface Opening {
  state: RequestState;
  event: RequestEvent;
  plan: RequestPlan;
}

/**
 * Opens an episode: a submission, a reopening, an import. Decided in the accepting transaction, so the
 * answer and the workflow start from the same state. Pure.
 */
export function openEpisode(input: {
  requestId: string;
  episode: number;
  program: Program;
  calendar: BusinessCalendar;
  missing: string[];
  supervisor: RequestState['supervisor'];
  /** Start of the clock: the receipt, or the moment of reopening. */
  receivedAt: Instant;
  /** Now: later than the receipt for imports and for web forms confirmed later. */
  at: Instant;
  courtDate: IsoDate | null;
  urgentOverride: boolean | null;
  actor: string;
  onBehalfOf: string | null;
  type: 'received' | 'reopened';
  imported: boolean;
  /** Who goes on with it: of a reopening, whoever had it and is still there. */
  assigneeId?: string | null;
  /** Follow-up tasks that go on. */
  tasks?: readonly OpenTask[];
  tasksMade?: number;
  /** Seq of the first event in this episode's workflow is 0. */
  commandId: string | null;
}): Opening {
  const { program, calendar, receivedAt, at, missing, imported } = input;
  const waits = missing.length > 0;
  const assigneeId = input.assigneeId ?? null;
  const state: RequestState = {
    v: 1,
    requestId: input.requestId,
    episode: input.episode,
    status: waits ? 'awaiting-prerequisites' : assigneeId ? 'in-progress' : 'queued',
    seq: 0,
    // Nothing that lies before the import is made up for; a form confirmed late counts from its sending.
    openedAt: imported ? at : receivedAt,
    clock: waits ? [] : [{ type: 'started', at: receivedAt }],
    promiseBusinessDays: program.clock.promiseBusinessDays,
    missing,
    supervisor: input.supervisor,
    ...(input.supervisor === 'unconfirmed' ? { supervisorAskedAt: at } : {}),
    waitingSince: null,
    assigneeId,
    assignedAt: assigneeId ? at : null,
    courtDateSince: imported ? at : receivedAt,
    extensions: 0,
    extensionDays: 0,
    reviewRequired: program.responseReview === 'required',
    maxExtension: program.clock.extension.maxByStaff,
    secondExtensionNeedsDirector: program.clock.extension.secondNeedsDirector,
    draftAuthor: null,
    urgentOverride: input.urgentOverride,
    escalationLevel: 0,
    movedAt: null,
    pastDue: { dueAt: null, steps: 0 },
    ...(input.tasks?.length ? { tasks: input.tasks.map((task) => ({ ...task, since: at })) } : {}),
    ...(input.tasksMade ? { tasksMade: input.tasksMade } : {}),
    cursor: imported ? `${at}|~` : '',
    next: null,
    dueAt: null,
    handled: [],
  };
  const plan = planRequest({ state, calendar, program, courtDate: input.courtDate, at });
  const opened = imported
    ? skipPast(state, plan, { program, calendar, courtDate: input.courtDate, at })
    : { state, plan };
  const event: RequestEvent = {
    seq: 0,
    type: input.type,
    at: input.type === 'received' ? receivedAt : at,
    actor: input.actor,
    onBehalfOf: input.onBehalfOf,
    commandId: input.commandId,
    data: { ...(waits ? { missing } : { clock: 'started' as const }), ...(imported ? { imported } : {}) },
  };
  return {
    state: { ...opened.state, next: opened.plan.next, dueAt: opened.plan.reading.dueAt },
    event,
    plan: opened.plan,
  };
}

/** An imported request that is overdue keeps its level, but nothing is sent for the past. */
function skipPast(
  state: RequestState,
  plan: RequestPlan,
  context: { program: Program; calendar: BusinessCalendar; courtDate: IsoDate | null; at: Instant },
): { state: RequestState; plan: RequestPlan } {
  const { dueAt } = plan.reading;
  if (!dueAt) return { state, plan };
  const steps = stepsBehind({ state, dueAt, ...context });
  const skipped: RequestState = { ...state, escalationLevel: steps, pastDue: { dueAt, steps } };
  return { state: skipped, plan: planRequest({ state: skipped, ...context }) };
}
