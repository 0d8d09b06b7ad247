import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { clashOf } from '../../domain/absences/clash.js';
import type { DaysAway } from '../../domain/absences/days.js';
import { mayStandIn } from '../../domain/absences/may-stand-in.js';
import type { StaffRole } from '../../domain/people/actor.js';
import { ok, type Result, refuseAt } from '../../domain/result.js';
import type { Database, Transaction } from '../../ports/database.js';
import { lockRows } from '../lock.js';
import { joined, sql } from '../sql.js';
import { dayOf } from './absence-row.js';

export interface Proposed extends DaysAway {
  id: string;
  personId: string;
  standInId: string | null;
}

/** Two absences that concern one of them are looked at one after the other; before an absence or the calendar is locked. */
export async function lockStaff(tx: Transaction, ids: readonly (string | null | undefined)[]): Promise<void> {
  const known = [...new Set(ids.filter((id) => id))] as string[];
  if (known.length === 0) return;
  await lockRows(tx)`SELECT id FROM staff WHERE id IN (${joined(known.map((id) => sql`${id}::uuid`))})
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Whether an absence goes with who may stand in and with all others. */
export async function fits(
  db: Database | Transaction,
  { id, personId, standInId, firstDay, lastDay }: Proposed,
): Promise<Result<null>> {
  const staff = await db.staff.findMany({ where: { id: { in: [personId, standInId ?? personId] } } });
  const named = (staffId: string | null) => staff.find((one) => one.id === staffId);
  const [person, standIn] = [named(personId), named(standInId)];
  if (!person?.active) return refuseAt('/person', 'nobody-to-be-away');
  if (standInId !== null) {
    if (!standIn?.active) return refuseAt('/standIn', 'nobody-to-stand-in');
    if (standIn.id === personId) return refuseAt('/standIn', 'stand-in-is-themself');
    if (!mayStandIn(standIn.role as StaffRole, person.role as StaffRole)) {
      return refuseAt('/standIn', 'stand-in-lacks-role', {
        name: standIn.name,
        role: standIn.role as StaffRole,
      });
    }
  }
  const about = [personId, ...(standInId === null ? [] : [standInId])];
  const others = await db.absence.findMany({
    where: {
      status: { in: [...LIVE_ABSENCES] },
      OR: [{ personId: { in: about } }, { standInId: personId }],
    },
    include: { person: { select: { name: true } } },
    orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
  });
  const clash = clashOf(
    { id, personId, standInId, firstDay, lastDay },
    others.map((row) => ({ ...row, firstDay: dayOf(row.firstDay), lastDay: dayOf(row.lastDay) })),
  );
  if (!clash) return ok(null);
  const days = { firstDay: clash.with.firstDay, lastDay: clash.with.lastDay };
  const name = others.find((row) => row.id === clash.with.id)?.person.name ?? '';
  switch (clash.reason) {
    case 'already-away':
      return refuseAt('/firstDay', 'already-away', days);
    case 'stand-in-away':
      return refuseAt('/standIn', 'stand-in-away', { name, ...days });
    case 'stands-in-then':
      return refuseAt('/firstDay', 'stands-in-then', { name, ...days });
  }
}
