import { decline } from './decisions/decline.js';
import { revoke } from './decisions/revoke.js';
import type { ReleaseSheet } from './decisions/sheet.js';
import { sign } from './decisions/sign.js';
import type { ReleaseCommand } from './release-state.js';

export type ReleaseDecisionKind = ReleaseCommand['kind'];

/** A row per decision about a release, in the order in which pages offer them. */
const RELEASE_DECISIONS: Record<ReleaseDecisionKind, ReleaseSheet> = { sign, decline, revoke };

export const RELEASE_DECISION_KINDS = Object.keys(RELEASE_DECISIONS) as ReleaseDecisionKind[];

export const releaseSheetOf = (kind: ReleaseDecisionKind): ReleaseSheet => RELEASE_DECISIONS[kind];
