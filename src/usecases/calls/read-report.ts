import type { AttendanceInput } from '../../domain/calls/call-decision.schema.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse, wrongAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** The participants report as Zoom exports it. Refuses `forbidden`, `invalid`, `unsupported-file`. */
export async function readReport(
  services: Services,
  actor: Actor,
  callId: string,
  report: Buffer,
): Promise<Result<AttendanceInput>> {
  const refused = refuseUnless(actor, 'calls.attendance');
  if (refused) return refused;
  if (!services.meetings) {
    return refuse('reports-not-read-here');
  }
  const { zone } = services.programs.current().program;
  const call = await services.db.call.findUnique({ where: { id: callId } });
  const about = { zone, ...(call ? { startsAt: call.startsAt.toISOString() } : {}) };
  const { rows, problems } = services.meetings.readReport(report, about);
  if (problems.length === 0) return ok(rows);
  return refuse(
    'report-unreadable',
    problems
      .slice(0, 50)
      .map(({ line, code, column }) =>
        column
          ? wrongAt(`/${line}`, 'report-column-twice', { line, column: column.slice(0, 60) })
          : wrongAt(`/${line}`, 'report-line', { line, problem: code }),
      ),
  );
}
