import type { Transaction } from '../../ports/database.js';
import type { CallRow } from './call-row.js';

/**
 * Whether a person was on a call, from what is stored: null while nobody can say, because no attendance is
 * known or somebody unidentified may be them.
 */
export async function wasThere(
  tx: Transaction,
  call: CallRow,
): Promise<(personId: string) => boolean | null> {
  const rows = await tx.callAttendance.findMany({ where: { callId: call.id } });
  const unclear = rows.some((row) => row.ambiguous);
  return (personId) => {
    if (call.attendanceKnownAt === null) return null;
    if (rows.some((row) => row.personId === personId)) return true;
    return unclear ? null : false;
  };
}
