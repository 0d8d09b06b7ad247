import type { AttendanceInput } from '../../domain/calls/call-decision.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { AttendanceProblem } from '../../ports/meetings.js';
import type { Services } from '../../ports/services.js';

/** Where a code says too little about what to do. */
const WORDS: Partial<Record<AttendanceProblem, string>> = {
  'day-first': 'day-first: the day stands before the month; send month/day/year or year-month-day',
  'ambiguous-date':
    'ambiguous-date: it may be two dates, and read month first it is not the date of this call; send year-month-day',
};

/** The participants report as Zoom exports it. Refuses `invalid`, `unsupported-file`. */
export async function readReport(
  services: Services,
  callId: string,
  report: Buffer,
): Promise<Result<AttendanceInput>> {
  if (!services.meetings) {
    return refuse('unsupported-file', 'Reports are not read here. Send the rows as JSON.');
  }
  const { zone } = services.programs.current().program;
  const call = await services.db.call.findUnique({ where: { id: callId } });
  const about = { zone, ...(call ? { startsAt: call.startsAt.toISOString() } : {}) };
  const { rows, problems } = services.meetings.readReport(report, about);
  if (problems.length === 0) return ok(rows);
  return refuse(
    'invalid',
    'The report can’t be read as a whole; nothing of it was taken.',
    problems.slice(0, 50).map(({ line, code, column }) => ({
      pointer: `/${line}`,
      message: `Line ${line}: ${column ? `the column ${column.slice(0, 60)} stands there twice` : (WORDS[code] ?? code)}.`,
    })),
  );
}
