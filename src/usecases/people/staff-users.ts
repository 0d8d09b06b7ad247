import { randomUUID } from 'node:crypto';
import type { Actor, StaffRole } from '../../domain/people/actor.js';
import { mayOwnKey } from '../../domain/people/key-terms.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import { ok, type Refusal, type Result, refuse, refuseAt, wrongAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { tellOfLeaving, tellOfNewRole } from '../absences/tell-absences.js';
import { adoptKeys } from '../keys/adopt-keys.js';
import { revokeAll } from '../keys/revoke-key.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { SPREAD } from '../requests/spread.js';
import { countWork } from '../requests/work-of-person.js';
import { type Recorded, recordSecurity } from '../security/record-security.js';
import { ofAddresses } from '../sign-in/sessions.js';
import { handOverAll } from './hand-over-all.js';
import { refuseUnless } from './refuse-unless.js';
import type { StaffChange, StaffUser } from './staff-user.schema.js';
import { tellAdmins } from './tell-admins.js';

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
    if (user.role === 'admin') await welcomeAdmin(rec, services, { id, name: user.name });
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

/** What became of somebody whose account was changed: how much open work is theirs still, where they were kept from signing in. */
export interface Changed {
  id: string;
  /** Null: they may sign in, or could not before. */
  left: number | null;
}

/**
 * Changes name, role or whether they may sign in. Whoever may not any more is signed out at once, their keys end, and what
 * is open of theirs goes to whom it was said; that comes last, for it takes longest, and what can't be moved is counted. One active
 * admin must remain. Refuses `forbidden`, `not-found`, `invalid` (nobody to take over), `not-allowed-now` (the last admin; open
 * work, and nothing said of it).
 */
export async function changeStaffUser(
  services: Services,
  actor: Actor,
  id: string,
  { name, role, active, leavesWork, to }: StaffChange,
  commandId: string = randomUUID(),
): Promise<Result<Changed>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  const changed = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    // Two admins who step down at once must not both succeed.
    await lockRows(tx)`SELECT id FROM staff WHERE role = 'admin' ORDER BY id FOR UPDATE`;
    const before = await tx.staff.findUnique({ where: { id } });
    if (!before) return refuse('no-such-colleague');
    const staysAdmin = role === 'admin' && active;
    if (before.role === 'admin' && before.active && !staysAdmin && (await otherAdmins(tx, id)) === 0) {
      return refuseAt('/role', 'last-admin');
    }
    const leaves = before.active && !active;
    const open = leaves && !leavesWork ? await countWork(tx, id) : 0;
    if (open > 0) {
      const wrong = to === undefined ? refuseAt('/to', 'has-open-work', { open }) : await noTaker(tx, id, to);
      if (wrong) return wrong;
    }
    await tx.staff.update({ where: { id }, data: { name, role, active } });
    const becomesAdmin = staysAdmin && !(before.role === 'admin' && before.active);
    if (becomesAdmin) await welcomeAdmin(rec, services, { id, name });
    const keys = await endKeys(rec, services, actor, { id, role, active });
    const about = `user:${id}`;
    const note = (...events: Recorded[]) => recordSecurity(tx, services, ...events);
    if (before.role !== role) {
      await note({ kind: 'role-changed', actor, about, data: { from: before.role, to: role } });
    }
    if (!before.active && active) await note({ kind: 'colleague-back', actor, about, data: { role } });
    if (leaves) {
      // Whoever comes back signs in again: a browser left somewhere is not theirs to find open.
      const sessions = await tx.authSession.deleteMany({ where: ofAddresses([before.email]) });
      const data = { sessions: sessions.count, keys };
      await note({ kind: 'colleague-deactivated', actor, about, data });
      await tellOfLeaving(rec, id);
    } else if (before.role !== role) await tellOfNewRole(rec, id);
    return ok({ id, leaves, goesOver: open > 0 });
  });
  if (!changed.ok) return changed;
  const { leaves, goesOver } = changed.value;
  if (goesOver && to !== undefined) {
    return ok({ id, left: await handOverAll(services, actor, { from: id, to }, commandId) });
  }
  return ok({ id, left: leaves ? await countWork(services.db, id) : null });
}

/** The others hear of a new admin; keys of nobody are theirs. */
export async function welcomeAdmin(
  rec: Recording,
  services: RecordServices,
  { id, name }: { id: string; name: string },
): Promise<void> {
  await adoptKeys(rec.tx, id);
  await tellAdmins(rec, services, 'admin-added', {
    ...{ colleagueName: name, path: `/staff/people/${id}`, except: id },
  });
}

/** What hangs on them does no more than they may from now on; how many keys ended. */
async function endKeys(
  { tx }: Recording,
  services: Services,
  actor: Actor,
  { id, role, active }: { id: string; role: StaffRole; active: boolean },
): Promise<number> {
  const theirs = await tx.apiKey.findMany({ where: { ownerId: id, revokedAt: null } });
  const tooMuch = theirs.filter((key) => !active || !mayOwnKey(role, key.role as StaffRole));
  const ids = tooMuch.map((key) => key.id);
  return revokeAll(tx, services, actor, ids);
}

/** Before anybody is kept out: there is somebody who could take the work. */
async function noTaker(tx: Transaction, id: string, to: string): Promise<Refusal | null> {
  const others = await tx.staff.findMany({ where: { active: true, id: { not: id } } });
  const found =
    to === SPREAD
      ? others.some(({ role }) => roleMayDecide(role as StaffRole, 'draft-response'))
      : others.some(({ email }) => email === to);
  return found ? null : refuse('nobody-on-staff', [wrongAt('/to', 'active-staff')]);
}

function otherAdmins(tx: Transaction, id: string): Promise<number> {
  return tx.staff.count({ where: { role: 'admin', active: true, id: { not: id } } });
}
