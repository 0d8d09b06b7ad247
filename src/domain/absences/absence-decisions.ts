import type { AbsenceCommand } from './absence-state.js';
import { cancel } from './decisions/cancel.js';
import { change } from './decisions/change.js';
import { end } from './decisions/end.js';
import type { AbsenceSheet } from './decisions/sheet.js';

export type AbsenceDecisionKind = AbsenceCommand['kind'];
type Of<K extends AbsenceDecisionKind> = Extract<AbsenceCommand, { kind: K }>;

/** A row per decision about an absence, in the order in which pages offer them. */
const ABSENCE_DECISIONS: { [K in AbsenceDecisionKind]: AbsenceSheet<Of<K>> } = { change, end, cancel };

export const ABSENCE_DECISION_KINDS = Object.keys(ABSENCE_DECISIONS) as AbsenceDecisionKind[];

export function absenceSheetOf(kind: AbsenceDecisionKind): AbsenceSheet<AbsenceCommand> {
  return ABSENCE_DECISIONS[kind] as unknown as AbsenceSheet<AbsenceCommand>;
}
