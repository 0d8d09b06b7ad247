import { randomUUID } from 'node:crypto';
import type { Actor, StaffRole } from '../../domain/people/actor.js';
import { mayOwnKey } from '../../domain/people/key-terms.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { tellOfLeaving, tellOfNewRole } from '../absences/tell-absences.js';
import { adoptKeys } from '../keys/adopt-keys.js';
import { revokeAll } from '../keys/revoke-key.js';
import { lockRows } from '../lock.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { countWork } from '../requests/work-of-person.js';
import { type Recorded, recordSecurity } from '../security/record-security.js';
import { ofAddresses } from '../sign-in/sessions.js';
import { refuseUnless } from './refuse-unless.js';
import type { StaffChange, StaffUser } from './staff-user.schema.js';

/** Adds a staff member. Refuses `forbidden`, `invalid` (the address is taken). */
export async function addStaffUser(
  services: Services,
  actor: Actor,
  user: StaffUser,
): Promise<Result<{ id: string }>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  return recordingOrRefusal(services, async (rec) => {
    const id = randomUUID();
    const { count } = await rec.tx.staff.createMany({
      data: [{ id, ...user, createdAt: rec.at }],
      skipDuplicates: true,
    });
    if (count === 0) return refuseAt('/email', 'address-on-list');
    if (user.role === 'admin') await adoptKeys(rec.tx, id);
    const about = `user:${id}`;
    await recordSecurity(rec.tx, services, {
      kind: 'colleague-added',
      actor,
      about,
      data: { role: user.role },
    });
    return ok({ id });
  });
}

/** Changes name, role or whether they may sign in. One active admin must remain. */
export async function changeStaffUser(
  services: Services,
  actor: Actor,
  id: string,
  { name, role, active, leavesWork }: StaffChange,
): Promise<Result<{ id: string }>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    // Two admins who step down at once must not both succeed.
    await lockRows(tx)`SELECT id FROM staff WHERE role = 'admin' ORDER BY id FOR UPDATE`;
    const before = await tx.staff.findUnique({ where: { id } });
    if (!before) return refuse('no-such-colleague');
    const staysAdmin = role === 'admin' && active;
    if (before.role === 'admin' && before.active && !staysAdmin && (await otherAdmins(tx, id)) === 0) {
      return refuseAt('/role', 'last-admin');
    }
    const open = before.active && !active && !leavesWork ? await countWork(tx, id) : 0;
    if (open > 0) return refuseAt('/active', 'has-open-work', { open });
    await tx.staff.update({ where: { id }, data: { name, role, active } });
    if (staysAdmin) await adoptKeys(tx, id);
    // What hangs on them does no more than they may from now on.
    const theirs = await tx.apiKey.findMany({ where: { ownerId: id, revokedAt: null } });
    const tooMuch = theirs.filter((key) => !active || !mayOwnKey(role, key.role as StaffRole));
    const keys = await revokeAll(
      tx,
      services,
      actor,
      tooMuch.map((key) => key.id),
    );
    const about = `user:${id}`;
    const note = (...events: Recorded[]) => recordSecurity(tx, services, ...events);
    if (before.role !== role) {
      await note({ kind: 'role-changed', actor, about, data: { from: before.role, to: role } });
    }
    if (!before.active && active) await note({ kind: 'colleague-back', actor, about, data: { role } });
    if (before.active && !active) {
      // Whoever comes back signs in again: a browser left somewhere is not theirs to find open.
      const sessions = await tx.authSession.deleteMany({ where: ofAddresses([before.email]) });
      await note({
        kind: 'colleague-deactivated',
        actor,
        about,
        data: { sessions: sessions.count, keys },
      });
      await tellOfLeaving(rec, id);
    } else if (before.role !== role) await tellOfNewRole(rec, id);
    return ok({ id });
  });
}

function otherAdmins(tx: Transaction, id: string): Promise<number> {
  return tx.staff.count({ where: { role: 'admin', active: true, id: { not: id } } });
}
