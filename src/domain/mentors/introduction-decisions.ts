import { answer } from './decisions/answer.js';
import { consent } from './decisions/consent.js';
import { decline } from './decisions/decline.js';
import { end } from './decisions/end.js';
import type { IntroductionSheet } from './decisions/sheet.js';
import { withdraw } from './decisions/withdraw.js';
import type { IntroductionCommand } from './introduction-state.js';

export type IntroductionDecisionKind = IntroductionCommand['kind'];
type Of<K extends IntroductionDecisionKind> = Extract<IntroductionCommand, { kind: K }>;

/** A row per decision about an introduction, in the order in which pages offer them. */
const DECISIONS: { [K in IntroductionDecisionKind]: IntroductionSheet<Of<K>> } = {
  consent,
  decline,
  withdraw,
  answer,
  end,
};

export const INTRODUCTION_DECISIONS = Object.keys(DECISIONS) as IntroductionDecisionKind[];

export function introductionSheetOf(kind: IntroductionDecisionKind): IntroductionSheet<IntroductionCommand> {
  return DECISIONS[kind] as unknown as IntroductionSheet<IntroductionCommand>;
}
