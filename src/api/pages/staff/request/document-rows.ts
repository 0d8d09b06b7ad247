import { documentOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { DocumentEntry } from '../../../../usecases/requests/request-content.js';

export interface DocumentRow {
  text: string;
  href: string;
  detail: string;
}

/** Documents as links; the API hands them out as attachments and logs it. */
export function documentRows(
  requestId: string,
  documents: readonly DocumentEntry[],
  program: Program,
): DocumentRow[] {
  return documents.map(({ id, name, documentKind, size, at }) => ({
    text: name,
    href: `/api/v1/ta-requests/${requestId}/documents/${id}`,
    detail: [
      documentOf(program, documentKind)?.label ?? documentKind,
      sizeInWords(size),
      formatShortDateTime(at, program.zone),
    ].join(' · '),
  }));
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
