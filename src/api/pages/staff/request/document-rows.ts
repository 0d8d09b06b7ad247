import { isHeld, SCAN_LATE_HOURS, type ScanState } from '../../../../domain/documents/scan-states.js';
import { documentOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { isShownKind } from '../../../../usecases/documents/media-type.js';
import type { DocumentEntry } from '../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../text/texts.js';
import { staffPaths } from '../staff-paths.js';

const HOUR_MS = 3_600_000;

export interface DocumentRow {
  text: string;
  /** Null: nobody may open it now. */
  href: string | null;
  /** Where it is drawn page by page; null: it is of no kind that can be. */
  preview: string | null;
  detail: string;
  /** Where it stands with the scan for viruses; `stopped` says that it is no use. */
  scan: string | null;
  stopped: boolean;
}

/** Documents as links; the API hands them out, as attachments or to look at, and logs it either way. */
export function documentRows(
  { dates, scans, staff: { request } }: Texts,
  requestId: string,
  documents: readonly DocumentEntry[],
  { program, now }: { program: Program; now: Date },
): DocumentRow[] {
  const late = new Date(now.getTime() - SCAN_LATE_HOURS * HOUR_MS).toISOString();
  return documents.map(({ id, name, documentKind, mediaType, size, scan, details, at }) => ({
    text: name,
    href: isHeld(scan) ? null : `/api/v1/ta-requests/${requestId}/documents/${id}`,
    scan: scan === 'waiting' && at < late ? scans.late : scans.staff[scan as ScanState],
    stopped: isHeld(scan) && scan !== 'waiting',
    preview: isShownKind(mediaType) && !isHeld(scan) ? staffPaths.preview(requestId, id) : null,
    detail: [
      documentOf(program, documentKind)?.label ?? documentKind,
      request.documentSize(size),
      dates.shortDateTime(at, program.zone),
      ...(details === 'kept' ? [scans.details.staff] : []),
    ].join(' · '),
  }));
}
