import { documentOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { isShownKind } from '../../../../usecases/documents/media-type.js';
import type { DocumentEntry } from '../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../text/texts.js';

export interface DocumentRow {
  text: string;
  href: string;
  /** Where a browser shows it; null: it is of no kind that may be. */
  preview: string | null;
  detail: string;
}

/** Documents as links; the API hands them out, as attachments or to look at, and logs it either way. */
export function documentRows(
  { dates, staff: { request } }: Texts,
  requestId: string,
  documents: readonly DocumentEntry[],
  program: Program,
): DocumentRow[] {
  return documents.map(({ id, name, documentKind, mediaType, size, at }) => ({
    text: name,
    href: `/api/v1/ta-requests/${requestId}/documents/${id}`,
    preview: isShownKind(mediaType) ? `/api/v1/ta-requests/${requestId}/documents/${id}?as=preview` : null,
    detail: [
      documentOf(program, documentKind)?.label ?? documentKind,
      request.documentSize(size),
      dates.shortDateTime(at, program.zone),
    ].join(' · '),
  }));
}
