import { documentOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { DocumentEntry } from '../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../text/texts.js';

export interface DocumentRow {
  text: string;
  href: string;
  detail: string;
}

/** Documents as links; the API hands them out as attachments and logs it. */
export function documentRows(
  { dates, staff: { request } }: Texts,
  requestId: string,
  documents: readonly DocumentEntry[],
  program: Program,
): DocumentRow[] {
  return documents.map(({ id, name, documentKind, size, at }) => ({
    text: name,
    href: `/api/v1/ta-requests/${requestId}/documents/${id}`,
    detail: [
      documentOf(program, documentKind)?.label ?? documentKind,
      request.documentSize(size),
      dates.shortDateTime(at, program.zone),
    ].join(' · '),
  }));
}
