import { remembered } from '../handled-once.js';
import { roleMay } from '../people/permissions.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import type { Deciding } from './decisions/sheet.js';
import {
  INTRODUCTION_DECISIONS,
  type IntroductionDecisionKind,
  introductionSheetOf,
} from './introduction-decisions.js';
import type {
  IntroductionCommand,
  IntroductionEnvelope,
  IntroductionState,
  Side,
} from './introduction-state.js';
import { isIntroductionOver } from './introduction-statuses.js';
import { type IntroductionDecided, introductionTransition } from './introduction-transition.js';

/** Why a command can't be carried out now, or null. The workflow's validator and the pages ask this same function. */
export function introductionRefusalOf(
  state: IntroductionState,
  { command, commandId, role }: Deciding & { command: IntroductionCommand; commandId: string },
  at: Instant,
): Problem | null {
  if (state.handled.includes(commandId)) return null;
  const sheet = introductionSheetOf(command.kind);
  const by = 'side' in command ? command.side : 'staff';
  if (!mayDecideAs(command.kind, by, role)) return because('not-your-introduction');
  const { status } = state;
  if (isIntroductionOver(status)) return because('introduction-ended', { status });
  if (!sheet.allowedIn[by]?.includes(status)) {
    return because('not-while-introduction', { kind: command.kind, status });
  }
  return sheet.refuse?.(state, command, at) ?? null;
}

/** Carries out a command that was not refused: the new state and its one event. Pure. */
export function carryOutOnIntroduction(
  state: IntroductionState,
  { command, commandId, actor, onBehalfOf }: IntroductionEnvelope,
  at: Instant,
): IntroductionDecided {
  const outcome = introductionSheetOf(command.kind).carryOut(state, command, at);
  const handled = remembered(state.handled, commandId);
  const change = { ...outcome.change, handled };
  return introductionTransition(state, { ...outcome, change }, { at, actor, onBehalfOf, commandId });
}

/** Consent is nobody's but the person's own: staff speak for neither. Which of the two somebody is, is asked elsewhere. */
export function mayDecideAs(
  kind: IntroductionDecisionKind,
  by: Side | 'staff',
  role: Deciding['role'],
): boolean {
  const { permission, allowedIn } = introductionSheetOf(kind);
  if (allowedIn[by] === undefined) return false;
  return by === 'staff' ? permission !== null && roleMay(role, permission) : role === null;
}

/** What may be decided now by somebody: what pages offer. */
export function offeredOnIntroduction(
  state: IntroductionState,
  /** `mentorFree`: as in the mentor’s consent; of others it is not asked. */
  { mentorFree, ...by }: Deciding & { side: Side | 'staff'; mentorFree: boolean },
  at: Instant,
): IntroductionDecisionKind[] {
  const { side } = by;
  return INTRODUCTION_DECISIONS.filter((kind) => {
    const sheet = introductionSheetOf(kind);
    if (sheet.allowedIn[side] === undefined) return false;
    const mildest = sheet.mildest(side === 'staff' ? 'requester' : side);
    const command = mildest.kind === 'consent' && side === 'mentor' ? { ...mildest, mentorFree } : mildest;
    return introductionRefusalOf(state, { ...by, command, commandId: '' }, at) === null;
  });
}
