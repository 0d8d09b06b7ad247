import { documentOf, kindOf } from '../program/lookup.js';
import type { Program } from '../program/program.schema.js';
import { WORKSHEET_KIND } from './worksheet.schema.js';

interface About {
  kind?: string | undefined;
  documentKind?: string | null | undefined;
}

/** The help that a worksheet is for, or what becomes that by one: a review of "another document". */
export function asksForWorksheet({ kind, documentKind }: About, program: Program): boolean {
  const becomes = documentOf(program, WORKSHEET_KIND)?.becomesKind;
  const own = documentKind ? documentOf(program, documentKind) : null;
  return becomes !== undefined && (kind === becomes || own?.tVisa === 'ask');
}

/** A review of a named document is about that one, and a worksheet beside it would say nothing to it. */
export function worksheetFits(about: About, program: Program): boolean {
  if (!documentOf(program, WORKSHEET_KIND)) return false;
  const named = about.documentKind && about.documentKind !== WORKSHEET_KIND;
  const isReview = kindOf(program, about.kind ?? '')?.needsDocument === true;
  return !(isReview && named) || asksForWorksheet(about, program);
}
