import { remembered } from '../handled-once.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import type { RequestCommandEnvelope } from './command.js';
import { type RequestCommandKind, sheetOf } from './decisions.js';
import type { RequestState } from './state.js';
import { isEnded, isOpen, type RequestStatus } from './statuses.js';
import { type Decided, transition } from './transition.js';

/**
 * Why a command can't be carried out now, or null. The workflow's validator asks it, and the pages (`offered.ts`).
 * Synchronous and pure.
 */
export function refusalOf(
  state: RequestState,
  { actor, role, command, commandId }: RequestCommandEnvelope,
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  const { allowedIn, refuse } = sheetOf(command.kind);
  if (!allowedIn.includes(state.status)) return wrongStatus(state.status, command.kind);
  return refuse?.(state, command, { actor, role }) ?? null;
}

/** Carries out a command that was not refused: the new state and its one event. Pure. */
export function carryOut(state: RequestState, envelope: RequestCommandEnvelope, at: Instant): Decided {
  const { actor, onBehalfOf, commandId, command } = envelope;
  const { type, change, data } = sheetOf(command.kind).carryOut(state, command, at);
  const handled = remembered(state.handled, commandId);
  return transition(state, { ...change, handled }, { type, at, actor, onBehalfOf, commandId, data });
}

function wrongStatus(status: RequestStatus, kind: RequestCommandKind): Problem {
  if (isEnded(status)) return because('request-ended', { status });
  return isOpen(status) ? because('not-while', { kind, status }) : because('not-once', { kind, status });
}
