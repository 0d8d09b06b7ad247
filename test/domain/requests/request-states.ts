import type { RequestCommandEnvelope } from '../../../src/domain/requests/command.js';
import type { RequestCommand } from '../../../src/domain/requests/decisions.js';
import type { FollowUp, RequestState } from '../../../src/domain/requests/state.js';

export const AT = '2026-11-23T18:00:00.000Z';

/** A request just received; change what the test is about. */
export function openState(over: Partial<RequestState> = {}): RequestState {
  return {
    v: 1,
    requestId: 'r1',
    episode: 1,
    status: 'queued',
    seq: 0,
    openedAt: AT,
    clock: [{ type: 'started', at: AT }],
    promiseBusinessDays: 15,
    missing: [],
    supervisor: 'not-needed',
    waitingSince: null,
    assigneeId: null,
    assignedAt: null,
    courtDateSince: AT,
    extensions: 0,
    extensionDays: 0,
    reviewRequired: true,
    maxExtension: 5,
    secondExtensionNeedsDirector: true,
    movedAt: null,
    draftAuthor: null,
    urgentOverride: null,
    escalationLevel: 0,
    pastDue: { dueAt: null, steps: 0 },
    cursor: '',
    next: null,
    dueAt: null,
    handled: [],
    ...over,
  };
}

/** Asked when it was answered, and still open. */
export const FOLLOW_UP: FollowUp = {
  askedAt: AT,
  clock: [{ type: 'started', at: AT }],
  answeredAt: null,
  inReview: false,
};

/** What is other once it is answered, and asked about. */
export const answeredWith = (followUp: FollowUp): Partial<RequestState> => ({
  status: 'responded',
  clock: [
    { type: 'started', at: AT },
    { type: 'stopped', at: AT },
  ],
  followUp,
});

let n = 0;
/** A command as it is sent, by a reviewer. */
export function envelopeOf(
  command: RequestCommand,
  over: Partial<RequestCommandEnvelope> = {},
): RequestCommandEnvelope {
  n += 1;
  return {
    v: 1,
    commandId: `c${n}`,
    actor: 'user:reviewer',
    role: 'reviewer',
    notAfter: '2999-01-01T00:00:00.000Z',
    onBehalfOf: null,
    command,
    ...over,
  };
}
