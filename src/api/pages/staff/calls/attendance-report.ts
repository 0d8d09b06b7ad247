import type { Request } from 'express';
import type { AttendanceInput } from '../../../../domain/calls/call-decision.schema.js';
import type { AttendanceFile } from '../../../../ports/meetings.js';
import type { AppServices } from '../../../app-deps.js';
import type { PageError } from '../../../views/page-errors.js';
import type { AttendanceText } from './attendance-by-hand.js';
import type { StaffCall } from './load-call.js';

type ReadReport = { ok: true; rows: AttendanceInput } | { ok: false; errors: PageError[] };

const SHOWN = 10;
const OF_FILE = ['unreadable', 'no-header', 'no-times', 'too-many'];

/** The file that was uploaded, as the report of this call. */
export function readUpload(services: AppServices, req: Request, call: StaffCall): ReadReport {
  const text = req.texts.staff.calls.aboutCall.attendance;
  const wrong = (message: string) => ({ ok: false as const, errors: [{ pointer: '/file', message }] });
  if (req.fileTooLarge) return wrong(text.file.tooLarge);
  if (!req.file || req.file.size === 0) return wrong(text.file.missing);
  if (!services.meetings) return wrong(text.noReports);
  const about = { zone: call.zone, startsAt: call.row.startsAt.toISOString() };
  return readReportFile(text, services.meetings.readReport(req.file.buffer, about));
}

/** Zoom's report as a whole, or what is wrong with which line: half a report would make people absent. */
export function readReportFile(text: AttendanceText, { rows, problems }: AttendanceFile): ReadReport {
  const errors = problems.slice(0, SHOWN).map(({ line, code, column }) => {
    if (code === 'column-twice') return { pointer: '/file', message: text.columnTwice(column ?? '') };
    const words = text.problems[code] ?? code;
    const ofFile = OF_FILE.includes(code);
    return { pointer: '/file', message: ofFile ? words : text.line(line, words) };
  });
  if (errors.length > 0) return { ok: false, errors };
  return rows.length > 0
    ? { ok: true, rows }
    : { ok: false, errors: [{ pointer: '/file', message: text.empty }] };
}
