import type { Instant } from '../time/instant.js';
import type { RequestCommandEnvelope } from './command.js';
import type { RequestEvent, RequestEventData, RequestEventType, RequestState } from './state.js';

export interface Decided {
  state: RequestState;
  event: RequestEvent;
}

export const HANDLED_KEPT = 50;

/** Changes plus the event that tells of them; numbers the event. */
export function transition(
  state: RequestState,
  change: Partial<RequestState>,
  event: {
    type: RequestEventType;
    at: Instant;
    actor: string;
    onBehalfOf?: string | null;
    commandId?: string | null;
    data?: RequestEventData;
  },
): Decided {
  const seq = state.seq + 1;
  return {
    state: { ...state, ...change, seq },
    event: {
      seq,
      type: event.type,
      at: event.at,
      actor: event.actor,
      onBehalfOf: event.onBehalfOf ?? null,
      commandId: event.commandId ?? null,
      data: event.data ?? {},
    },
  };
}

/**
 * Carries out a command that `allowance` permitted: the new state and its one event. Pure. It doesn't ask again: a
 * history may hold what was permitted then and isn't any more, and an error here would stop its process for good.
 */
export function decide(state: RequestState, envelope: RequestCommandEnvelope, at: Instant): Decided {
  const { command } = envelope;
  const handled = [...state.handled, envelope.commandId].slice(-HANDLED_KEPT);
  const make = (
    type: RequestEventType,
    change: Partial<RequestState>,
    data: RequestEventData = {},
  ): Decided =>
    transition(
      state,
      { ...change, handled },
      {
        type,
        at,
        actor: envelope.actor,
        onBehalfOf: envelope.onBehalfOf,
        commandId: envelope.commandId,
        data,
      },
    );
  const end = (
    type: RequestEventType,
    status: RequestState['status'],
    data: RequestEventData = {},
  ): Decided => make(type, { status, ...stopClock(state, at) }, { ...data, clock: 'stopped' });

  switch (command.kind) {
    case 'assign':
      return make(
        'assigned',
        {
          assigneeId: command.assigneeId,
          assignedAt: at,
          status: state.status === 'queued' ? 'in-progress' : state.status,
        },
        { assigneeId: command.assigneeId },
      );
    case 'request-information':
      return make(
        'information-requested',
        { status: 'awaiting-information', waitingSince: at, clock: [...state.clock, { type: 'paused', at }] },
        { clock: 'paused' },
      );
    case 'answer-information':
      return make(
        'information-answered',
        {
          ...afterAnswer(state, at),
          supervisor: command.newSupervisor ? 'unconfirmed' : state.supervisor,
        },
        { ...clockAfterAnswer(state), newSupervisor: command.newSupervisor },
      );
    case 'confirm-supervisor':
      return command.confirms
        ? make('supervisor-confirmed', { supervisor: 'confirmed' })
        : refuseSupervisor(state, at, make);
    case 'extend':
      return make(
        'extended',
        {
          extensions: state.extensions + 1,
          extensionDays: state.extensionDays + command.businessDays,
          clock: [...state.clock, { type: 'extended', at, businessDays: command.businessDays }],
        },
        { clock: 'extended', businessDays: command.businessDays },
      );
    case 'submit-for-review':
      return make('submitted-for-review', { status: 'in-review', ...draftOf(command) });
    case 'return-response':
      return make('response-returned', { status: workingStatus(state), draftId: null });
    case 'send-response':
      return make(
        'responded',
        { status: 'responded', ...draftOf(command), ...stopClock(state, at) },
        { clock: 'stopped' },
      );
    case 'redirect':
      return end('redirected', 'redirected', {
        to: command.to,
        ...(command.resources ? { resources: command.resources } : {}),
        ...(command.workshop ? { workshop: command.workshop } : {}),
      });
    case 'decline':
      return end('declined', 'declined', { policy: command.policy });
    case 'merge':
      return end('merged', 'merged', { into: command.into });
    case 'withdraw':
      return end('withdrawn', 'withdrawn');
    case 'close':
      return make('closed', { status: 'closed' });
    case 'reopen':
      // This episode ends here; recording the event opens the next one.
      return make('reopened', { status: 'closed' });
    case 'reprioritise':
      return make('reprioritised', { urgentOverride: command.urgent }, { urgent: command.urgent });
    case 'change-deadline':
      return make('court-deadline-changed', { courtDateSince: at });
    case 'reclassify':
      return reclassify(state, command, at, make);
  }
}

function draftOf({ draftAuthor, draftId }: { draftAuthor: string; draftId?: string }) {
  return { draftAuthor, draftId: draftId ?? null };
}

type Make = (type: RequestEventType, change: Partial<RequestState>, data?: RequestEventData) => Decided;

/** The clock goes on, or starts; courses still missing are waited for from here. */
function afterAnswer(
  state: RequestState,
  at: Instant,
): Pick<RequestState, 'status' | 'clock' | 'waitingSince'> {
  if (state.missing.length > 0) return { status: 'awaiting-prerequisites', clock: [], waitingSince: at };
  const event = state.clock.length > 0 ? ('resumed' as const) : ('started' as const);
  return { status: workingStatus(state), clock: [...state.clock, { type: event, at }], waitingSince: null };
}

function clockAfterAnswer(state: RequestState): Pick<RequestEventData, 'clock'> {
  if (state.missing.length === 0) return { clock: state.clock.length > 0 ? 'resumed' : 'started' };
  return state.clock.length > 0 ? { clock: 'reset' } : {};
}

/** Work goes on where it was: with the assignee, or in the queue. */
export function workingStatus(state: RequestState): RequestState['status'] {
  return state.assigneeId ? 'in-progress' : 'queued';
}

export function stopClock(
  state: RequestState,
  at: Instant,
): Pick<RequestState, 'clock' | 'waitingSince' | 'missing'> {
  const started = state.clock.length > 0;
  return {
    clock: started ? [...state.clock, { type: 'stopped', at }] : state.clock,
    waitingSince: null,
    missing: [],
  };
}

/** A supervisor who refuses leaves the requester to name another: that is waiting for information. */
function refuseSupervisor(state: RequestState, at: Instant, make: Make): Decided {
  if (state.status === 'awaiting-information') return make('supervisor-refused', { supervisor: 'refused' });
  const started = state.clock.length > 0;
  return make(
    'supervisor-refused',
    {
      supervisor: 'refused',
      status: 'awaiting-information',
      waitingSince: at,
      clock: started ? [...state.clock, { type: 'paused', at }] : state.clock,
    },
    started ? { clock: 'paused' } : {},
  );
}

function reclassify(
  state: RequestState,
  command: { requestKind: string; documentKind: string | null; missing: string[] },
  at: Instant,
  make: Make,
): Decided {
  const data = { requestKind: command.requestKind, documentKind: command.documentKind };
  const waits = command.missing.length > 0;
  const started = state.clock.length > 0;
  if (waits && state.status !== 'awaiting-information') {
    return make(
      'reclassified',
      { status: 'awaiting-prerequisites', waitingSince: at, missing: command.missing, clock: [] },
      { ...data, missing: command.missing, ...(started ? { clock: 'reset' as const } : {}) },
    );
  }
  if (!waits && !started) {
    return make(
      'reclassified',
      { status: workingStatus(state), waitingSince: null, missing: [], clock: [{ type: 'started', at }] },
      { ...data, clock: 'started' },
    );
  }
  return make('reclassified', { missing: command.missing }, data);
}
