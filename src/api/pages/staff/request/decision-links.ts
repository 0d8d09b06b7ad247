import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { decisionText } from '../../../text/staff-decisions.js';
import { staffPaths } from '../staff-paths.js';

export interface DecisionLink {
  kind: DecisionKind;
  text: string;
  href: string;
}

/** The order in which the rest is offered: work first, endings last. */
const ORDER: DecisionKind[] = [
  'send-response',
  'return-response',
  'draft-response',
  'submit-for-review',
  'assign',
  'request-information',
  'reopen',
  'refuse-reopening',
  'close',
  'reply',
  'note',
  'extend',
  'reprioritise',
  'change-deadline',
  'reclassify',
  'merge',
  'redirect',
  'decline',
];

/** What may be decided now: the next step as the button, everything else as links. */
export function decisionLinks(
  id: string,
  allowed: readonly DecisionKind[],
  next: DecisionKind | null,
): { primary: DecisionLink | null; others: DecisionLink[] } {
  const link = (kind: DecisionKind): DecisionLink => ({
    kind,
    text: decisionText[kind].link,
    href: staffPaths.decide(id, kind),
  });
  const links = ORDER.filter((kind) => allowed.includes(kind)).map(link);
  const primary = links.find(({ kind }) => kind === next) ?? null;
  return { primary, others: links.filter((other) => other !== primary) };
}
