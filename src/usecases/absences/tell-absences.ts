import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { mayStandIn } from '../../domain/absences/may-stand-in.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { StaffRole } from '../../domain/people/actor.js';
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

/** Somebody has another role: whoever stands in and may no longer do all of that work, does so no longer. */
export async function tellOfNewRole(rec: Recording, staffId: string): Promise<void> {
  const role = { select: { role: true } } as const;
  const rows = await rec.tx.absence.findMany({
    where: { ...live, OR: [{ personId: staffId }, { standInId: staffId }] },
    select: { id: true, standInId: true, standIn: role, person: role },
    orderBy: { id: 'asc' },
  });
  const at = rec.at.toISOString();
  for (const { id, standInId, standIn, person } of rows) {
    if (standInId === null || mayStandIn(standIn?.role as StaffRole, person.role as StaffRole)) continue;
    rec.outbox.signal('absenceFact', absenceWorkflowId(id), { v: 1, kind: 'left', staffId: standInId, at });
  }
}
