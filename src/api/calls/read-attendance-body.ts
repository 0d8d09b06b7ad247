import type { Request } from 'express';
import type { Services } from '../../activities/ports.js';
import { type AttendanceInput, attendanceSchema } from '../../domain/calls/call-decision.schema.js';
import { parse } from '../http/parse.js';
import { problem } from '../http/unwrap.js';

/** JSON rows, or the participants report as Zoom exports it. @throws ProblemError `invalid`, `unsupported-file`. */
export function readAttendanceBody(
  services: Services,
  req: Request,
): { rows: AttendanceInput; source: 'hand' | 'zoom-csv' } {
  if (!req.is('text/csv')) return { rows: parse(attendanceSchema, req.body), source: 'hand' };
  if (!services.meetings) {
    throw problem('unsupported-file', 'Reports are not read here. Send the rows as JSON.');
  }
  const { zone } = services.programs.current().program;
  const { rows, problems } = services.meetings.readReport(String(req.body), { zone });
  if (problems.length > 0) {
    throw problem(
      'invalid',
      'The report can’t be read as a whole; nothing of it was taken.',
      problems
        .slice(0, 50)
        .map(({ line, code }) => ({ pointer: `/${line}`, message: `Line ${line}: ${code}.` })),
    );
  }
  return { rows, source: 'zoom-csv' };
}
