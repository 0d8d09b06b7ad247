import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { DECISION_KINDS } from '../../../../domain/requests/decisions.js';
import type { Texts } from '../../../text/texts.js';
import type { NextStep } from '../parts/next-for-staff.js';
import { staffPaths } from '../staff-paths.js';

export interface DecisionLink {
  kind: DecisionKind;
  text: string;
  href: string;
}

/** Where something is written, its button says how far it is, as the queue does; else both name the decision. */
const SAYS_HOW_FAR: readonly DecisionKind[] = ['draft-response', 'answer-follow-up'];

/** What may be decided now: the next step as the button, everything else as links. */
export function decisionLinks(
  { staff: { decisions } }: Texts,
  id: string,
  allowed: readonly DecisionKind[],
  next: Pick<NextStep, 'decision' | 'short'>,
): { primary: DecisionLink | null; others: DecisionLink[] } {
  const link = (kind: DecisionKind): DecisionLink => ({
    kind,
    text: decisions[kind].link,
    href: staffPaths.decide(id, kind),
  });
  const links = DECISION_KINDS.filter((kind) => allowed.includes(kind)).map(link);
  const primary = links.find(({ kind }) => kind === next.decision);
  if (!primary) return { primary: null, others: links };
  const text = SAYS_HOW_FAR.includes(primary.kind) ? next.short : primary.text;
  return { primary: { ...primary, text }, others: links.filter((other) => other !== primary) };
}
