import type { AttendanceRow, Attendee } from '../../domain/calls/attendance.js';
import type { AttendanceInput } from '../../domain/calls/call-decision.schema.js';
import type { CallState } from '../../domain/calls/call-state.js';
import { callRefusalOf } from '../../domain/calls/decide-call.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt, refuseFor } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import type { AttendanceView } from './attendance-view.schema.js';
import { lockCall } from './call-row.js';
import { plannedCall } from './decide-on-call.js';
import { sendCallCommand } from './send-call-command.js';
import { writeAttendance } from './write-attendance.js';

/**
 * Who was there, told anew as a whole. Rows come first, then the command that makes them count: from then on
 * selected askers who were surely absent are told. An empty list says nothing, least of all that nobody came.
 */
export async function recordAttendance(
  services: Services,
  actor: Actor,
  id: string,
  input: {
    rows: AttendanceInput;
    source: 'hand' | 'zoom-csv';
    /** Rows that stay as they stand, out of those that were known to whoever says so. */
    stays?: { keep: readonly string[]; outOf: readonly string[] } | undefined;
  },
  { commandId }: { commandId: string },
): Promise<Result<AttendanceView>> {
  if (!may(actor, 'calls.attendance')) return refuse('only-staff-say-who-was-there');
  const { keep = [], outOf = [] } = input.stays ?? {};
  if (input.rows.length + keep.length === 0) {
    return refuseAt('', 'nobody-named');
  }
  const found = await plannedCall(services, id);
  if (!found.ok) return found;
  const written = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const row = await lockCall(tx, id);
    if (!row) return refuse('no-such-call');
    const state = row.processState as CallState | null;
    const command = { kind: 'mark-attendance' } as const;
    const at = rec.at.toISOString();
    // Asked before the rows are replaced: a refusal must leave the old ones.
    const refused = state && callRefusalOf(state, { command, commandId }, at);
    if (refused) return refuseFor(refused);
    if (input.stays && !(await stillTheSame(tx, id, outOf))) {
      return refuse('attendance-changed');
    }
    return ok(await writeAttendance(tx, row, { rows: rowsOf(input.rows), source: input.source, keep }));
  });
  if (!written.ok) return written;
  const command = { kind: 'mark-attendance' } as const;
  const sent = await sendCallCommand(services, { actor, row: found.value, command, commandId });
  return sent.ok ? ok(attendanceView(id, written.value)) : sent;
}

async function stillTheSame(tx: Transaction, callId: string, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.callAttendance.findMany({ where: { callId }, select: { id: true } });
  return rows.length === ids.length && rows.every(({ id }) => ids.includes(id));
}

function rowsOf(lines: AttendanceInput): AttendanceRow[] {
  return lines.map((line) => ({
    email: line.email || null,
    name: line.name,
    joinedAt: line.joinedAt,
    leftAt: line.leftAt ?? null,
    registrantId: line.registrantId || null,
  }));
}

function attendanceView(callId: string, attendees: readonly Attendee[]): AttendanceView {
  return {
    callId,
    attendees: attendees.length,
    ambiguous: attendees.filter(({ match }) => match === 'ambiguous').length,
    unknown: attendees.filter(({ match }) => match === 'unknown').length,
    items: attendees.map(({ personId, name, email, match, minutes, intervals }) => ({
      personId,
      name,
      email,
      match,
      minutes,
      intervals,
    })),
  };
}
