import { remembered } from '../handled-once.js';
import { roleMay } from '../people/permissions.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import { RELEASE_DECISION_KINDS, type ReleaseDecisionKind, releaseSheetOf } from './release-decisions.js';
import type { ReleaseCommand, ReleaseCommandEnvelope, ReleaseState } from './release-state.js';
import { isReleaseOver } from './release-statuses.js';
import { type ReleaseDecided, releaseTransition } from './release-transition.js';

/** Who decides, as far as the process knows it. */
type Deciding = Pick<ReleaseCommandEnvelope, 'role'>;

/** Why a command can't be carried out now, or null. The workflow's validator and the pages ask this same function. */
export function releaseRefusalOf(
  state: ReleaseState,
  { command, commandId, role }: Deciding & { command: ReleaseCommand; commandId: string },
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  if (!mayDecideOnRelease(command.kind, role)) return because('not-your-release');
  const { status } = state;
  if (isReleaseOver(status)) return because('release-ended');
  // Of what they were only asked for, the requester says no.
  const known = role === null && command.kind === 'revoke' && status === 'asked';
  return known || !releaseSheetOf(command.kind).allowedIn.includes(status)
    ? because('release-not-now')
    : null;
}

/** Carries out a command that was not refused: the new state and its one event. Pure. */
export function carryOutOnRelease(
  state: ReleaseState,
  { command, commandId, actor, onBehalfOf }: ReleaseCommandEnvelope,
  at: Instant,
): ReleaseDecided {
  const outcome = releaseSheetOf(command.kind).carryOut(state, at);
  const change = { ...outcome.change, handled: remembered(state.handled, commandId) };
  return releaseTransition(state, { ...outcome, change }, { at, actor, onBehalfOf, commandId });
}

/** By role alone; null: the requester. Whether it is their request is asked where that is known. */
export function mayDecideOnRelease(kind: ReleaseDecisionKind, role: Deciding['role']): boolean {
  const { byStaff, byRequester } = releaseSheetOf(kind);
  return role === null ? byRequester : byStaff && roleMay(role, 'releases.decide');
}

/** What may be decided now by somebody: what pages offer. */
export const offeredOnRelease = (state: ReleaseState, role: Deciding['role']): ReleaseDecisionKind[] =>
  RELEASE_DECISION_KINDS.filter(
    (kind) => releaseRefusalOf(state, { role, command: { kind }, commandId: '' }) === null,
  );
