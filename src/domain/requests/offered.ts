import type { StaffRole } from '../people/actor.js';
import { refusalOf } from './decide.js';
import type { DecisionKind } from './decision.schema.js';
import type { ContentSheet, Deciding, DecisionSheet } from './decisions/sheet.js';
import { DECISION_KINDS, DECISIONS, type StaffCommand } from './decisions.js';

const rowOf = (kind: DecisionKind): DecisionSheet<StaffCommand> | ContentSheet =>
  DECISIONS[kind] as DecisionSheet<StaffCommand> | ContentSheet;

/** Whether it may be a role's decision at all. */
export function roleMayDecide(role: StaffRole | null, kind: DecisionKind): boolean {
  return role !== null && rowOf(kind).by.includes(role);
}

/** The same of a decision as it was filled in. */
export function roleMayDecideSo(role: StaffRole | null, decision: { kind: DecisionKind }): boolean {
  const row = rowOf(decision.kind);
  const by = ('byFor' in row && row.byFor?.(decision as Partial<StaffCommand>)) || row.by;
  return role !== null && by.includes(role);
}

/**
 * The decisions somebody can take now. Pages show these and no others. The process asks `refusalOf` too, of the decision
 * as it was filled in: what its mildest form may do, a harder one may not.
 */
export function offeredDecisions(deciding: Deciding): DecisionKind[] {
  return DECISION_KINDS.filter((kind) => roleMayDecide(deciding.role, kind) && isPossible(kind, deciding));
}

function isPossible(kind: DecisionKind, deciding: Deciding): boolean {
  const row = rowOf(kind);
  if ('isPossible' in row) return row.isPossible(deciding);
  const command = row.mildest(deciding);
  if (!command) return false;
  const { state, actor, role } = deciding;
  const envelope = { v: 1 as const, commandId: '', actor, role, notAfter: '', onBehalfOf: null, command };
  return refusalOf(state, envelope) === null;
}
