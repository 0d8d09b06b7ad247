import { documentOf, kindOf, topicLabels } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { Texts } from '../../text/texts.js';

interface About {
  kind: string;
  documentKind: string | null;
  topics: string[];
  /** `yyyy-mm-dd` */
  courtDate: string | null;
}

/** By what somebody tells their requests apart: what it is, about what, and the date it is bound by. */
export function toldApart(
  texts: Texts,
  program: Program,
  { kind, documentKind, topics, courtDate }: About,
): string {
  const text = texts.kit.toldApart;
  return [
    kindOf(program, kind)?.label ?? kind,
    documentKind ? (documentOf(program, documentKind)?.label ?? documentKind) : '',
    topicLabels(program, topics),
    courtDate ? text.courtDate(texts.dates.date(courtDate)) : '',
  ]
    .filter(Boolean)
    .join(text.between);
}
