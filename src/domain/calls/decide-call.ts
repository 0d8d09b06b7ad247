import { remembered } from '../handled-once.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import type { CallCommandEnvelope } from './call-command.js';
import { callSheetOf } from './call-decisions.js';
import type { CallState } from './call-state.js';
import { type CallDecided, callTransition } from './call-transition.js';

/**
 * Why a command can't be carried out now, or null. The workflow's validator and the pages ask this same function.
 * Synchronous and pure.
 */
export function callRefusalOf(
  state: CallState,
  { command, commandId }: Pick<CallCommandEnvelope, 'command' | 'commandId'>,
  at: Instant,
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  const { allowedIn, refuse } = callSheetOf(command.kind);
  if (!allowedIn.includes(state.status)) {
    return because('not-while-call', { kind: command.kind, status: state.status });
  }
  return refuse(state, command, at);
}

/** Carries out a command that was not refused: the new state and its one event. Pure. */
export function carryOutOnCall(
  state: CallState,
  { command, commandId, actor }: CallCommandEnvelope,
  at: Instant,
): CallDecided {
  const { type, change, data } = callSheetOf(command.kind).carryOut(state, command, at);
  const handled = remembered(state.handled, commandId);
  return callTransition(state, { ...change, handled }, { type, at, actor, commandId, data });
}
