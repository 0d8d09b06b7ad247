import { type Permission, roleMay } from '../people/permissions.js';
import { refusalOf } from './decide.js';
import type { DecisionKind } from './decision.schema.js';
import type { ContentSheet, Deciding, DecisionSheet } from './decisions/sheet.js';
import { DECISION_KINDS, DECISIONS, type StaffCommand } from './decisions.js';

const rowOf = (kind: DecisionKind): DecisionSheet<StaffCommand> | ContentSheet =>
  DECISIONS[kind] as DecisionSheet<StaffCommand> | ContentSheet;

/** What a role needs for a decision as it was filled in. */
export function permissionFor(decision: { kind: DecisionKind }): Permission {
  const row = rowOf(decision.kind);
  return 'permissionFor' in row && row.permissionFor
    ? row.permissionFor(decision as Partial<StaffCommand>)
    : row.permission;
}

/**
 * The decisions somebody can take now. Pages show these and no others. The process asks `refusalOf` too, of the decision
 * as it was filled in: what its mildest form may do, a harder one may not.
 */
export function offeredDecisions(deciding: Deciding): DecisionKind[] {
  return DECISION_KINDS.filter(
    (kind) => roleMay(deciding.role, rowOf(kind).permission) && isPossible(kind, deciding),
  );
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
