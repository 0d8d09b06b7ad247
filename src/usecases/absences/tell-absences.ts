import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { Recording } from '../recording.js';

const live = { status: { in: [...LIVE_ABSENCES] } };

/** Absences look anew at when they begin and end: there are few. */
export async function tellAbsences(rec: Recording, { changeId }: { changeId: string }): Promise<void> {
  const rows = await rec.tx.absence.findMany({ where: live, select: { id: true }, orderBy: { id: 'asc' } });
  const at = rec.at.toISOString();
  for (const { id } of rows) {
    rec.outbox.signal('absenceFact', absenceWorkflowId(id), { v: 1, kind: 'calendar-changed', changeId, at });
  }
}

/** Somebody may not sign in any more: what they are away for ends, and where they stand in, nobody does. */
export async function tellOfLeaving(rec: Recording, staffId: string): Promise<void> {
  const rows = await rec.tx.absence.findMany({
    where: { ...live, OR: [{ personId: staffId }, { standInId: staffId }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const at = rec.at.toISOString();
  for (const { id } of rows) {
    rec.outbox.signal('absenceFact', absenceWorkflowId(id), { v: 1, kind: 'left', staffId, at });
  }
}
