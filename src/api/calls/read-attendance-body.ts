import type { Request } from 'express';
import { type AttendanceInput, attendanceSchema } from '../../domain/calls/call-decision.schema.js';
import type { AttendanceProblem } from '../../ports/meetings.js';
import type { Services } from '../../ports/services.js';
import { parse } from '../http/parse.js';
import { problem } from '../http/unwrap.js';

/** Where a code says too little about what to do. */
const WORDS: Partial<Record<AttendanceProblem, string>> = {
  'day-first': 'day-first: the day stands before the month; send month/day/year or year-month-day',
  'ambiguous-date':
    'ambiguous-date: it may be two dates, and read month first it is not the date of this call; send year-month-day',
};

/** JSON rows, or the participants report as Zoom exports it. @throws ProblemError `invalid`, `unsupported-file`. */
export async function readAttendanceBody(
  services: Services,
  req: Request,
): Promise<{ rows: AttendanceInput; source: 'hand' | 'zoom-csv' }> {
  if (!req.is('text/csv')) return { rows: parse(attendanceSchema, req.body), source: 'hand' };
  if (!services.meetings) {
    throw problem('unsupported-file', 'Reports are not read here. Send the rows as JSON.');
  }
  const { zone } = services.programs.current().program;
  const call = await services.db.call.findUnique({ where: { id: String(req.params.id) } });
  const about = { zone, ...(call ? { startsAt: call.startsAt.toISOString() } : {}) };
  const { rows, problems } = services.meetings.readReport(Buffer.isBuffer(req.body) ? req.body : '', about);
  if (problems.length > 0) {
    throw problem(
      'invalid',
      'The report can’t be read as a whole; nothing of it was taken.',
      problems.slice(0, 50).map(({ line, code, column }) => ({
        pointer: `/${line}`,
        message: `Line ${line}: ${column ? `the column ${column.slice(0, 60)} stands there twice` : (WORDS[code] ?? code)}.`,
      })),
    );
  }
  return { rows, source: 'zoom-csv' };
}
