import { remembered } from '../handled-once.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import { ABSENCE_DECISION_KINDS, type AbsenceDecisionKind, absenceSheetOf } from './absence-decisions.js';
import type { AbsenceCommand, AbsenceCommandEnvelope, AbsenceState } from './absence-state.js';
import { isAbsenceOver } from './absence-statuses.js';
import { type AbsenceDecided, absenceTransition } from './absence-transition.js';

/** Why a command can't be carried out now, or null. The workflow's validator and the pages ask this same function. */
export function absenceRefusalOf(
  state: AbsenceState,
  { command, commandId }: { command: AbsenceCommand; commandId: string },
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  const { status } = state;
  if (isAbsenceOver(status)) return because('absence-over');
  const sheet = absenceSheetOf(command.kind);
  if (!sheet.allowedIn.includes(status)) {
    return because(status === 'planned' ? 'absence-not-begun' : 'absence-has-begun');
  }
  return sheet.refuse?.(state, command) ?? null;
}

/** Carries out a command that was not refused: the new state and its one event. Pure. */
export function carryOutOnAbsence(
  state: AbsenceState,
  { command, commandId, actor, onBehalfOf }: AbsenceCommandEnvelope,
  at: Instant,
): AbsenceDecided {
  const outcome = absenceSheetOf(command.kind).carryOut(state, command);
  const change = { ...outcome.change, handled: remembered(state.handled, commandId) };
  return absenceTransition(state, { ...outcome, change }, { at, actor, onBehalfOf, commandId });
}

/** What may be decided now: what pages offer. */
export const offeredOnAbsence = (state: AbsenceState): AbsenceDecisionKind[] =>
  ABSENCE_DECISION_KINDS.filter(
    (kind) => !absenceRefusalOf(state, { command: absenceSheetOf(kind).mildest(state), commandId: '' }),
  );
