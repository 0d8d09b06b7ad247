import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { DECISION_KINDS } from '../../../../domain/requests/decisions.js';
import type { Texts } from '../../../text/texts.js';
import { staffPaths } from '../staff-paths.js';

export interface DecisionLink {
  kind: DecisionKind;
  text: string;
  href: string;
}

/** What may be decided now: the next step as the button, everything else as links. */
export function decisionLinks(
  { staff: { decisions } }: Texts,
  id: string,
  allowed: readonly DecisionKind[],
  next: DecisionKind | null,
): { primary: DecisionLink | null; others: DecisionLink[] } {
  const link = (kind: DecisionKind): DecisionLink => ({
    kind,
    text: decisions[kind].link,
    href: staffPaths.decide(id, kind),
  });
  const links = DECISION_KINDS.filter((kind) => allowed.includes(kind)).map(link);
  const primary = links.find(({ kind }) => kind === next) ?? null;
  return { primary, others: links.filter((other) => other !== primary) };
}
