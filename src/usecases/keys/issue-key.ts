import { type Actor, actorRef, type StaffRole } from '../../domain/people/actor.js';
import { mayOwnKey } from '../../domain/people/key-terms.js';
import { DIRECTORS } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt, wrongAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { tellAdmins } from '../people/tell-admins.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { createKey } from './create-key.js';
import type { MadeKey, NewKey } from './key.schema.js';
import { type KeyRow, keyRowOf, keyView } from './key-view.js';

/**
 * An admin makes a key for a program that calls; it is answered once and kept nowhere. It hangs on its owner: whoever is named,
 * else whoever makes it, else, at a terminal, the first admin. Refuses `forbidden`, `invalid` (no such owner, or one who may
 * not do what the key would).
 */
export async function issueKey(services: Services, actor: Actor, input: NewKey): Promise<Result<MadeKey>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const { role, scopes } = input;
  const made = await recordingOrRefusal(services, async (rec) => {
    const found = await ownerOf(rec.tx, actor, input);
    if (!found.ok) return found;
    const { id, key } = await createKey(rec.tx, { ...input, ownerId: found.value });
    const about = `key:${id}`;
    const owner = found.value === null ? null : `user:${found.value}`;
    await recordSecurity(rec.tx, services, { kind: 'key-made', actor, about, data: { role, scopes, owner } });
    if (DIRECTORS.includes(role)) {
      const keyPrefix = key.slice(0, key.indexOf('_', 4));
      await tellAdmins(rec, services, 'admin-key-made', { keyPrefix, path: '/staff/keys' });
    }
    const row = (await keyRowOf(rec.tx, id)) as KeyRow;
    return ok({ ...keyView(row, new Date()), secret: key });
  });
  if (made.ok) services.log.info({ key: made.value.id, role, by: actorRef(actor) }, 'API key created');
  return made;
}

/** Held until the transaction ends: nobody is deactivated or given another role beside it. */
async function ownerOf(
  tx: Transaction,
  actor: Actor,
  { owner: email, role }: Pick<NewKey, 'owner' | 'role'>,
): Promise<Result<string | null>> {
  const id = email === undefined ? await usualOwner(tx, actor) : await staffAt(tx, email);
  if (id === null && email !== undefined) {
    return refuse('nobody-on-staff', [wrongAt('/owner', 'active-staff')]);
  }
  if (id === null) return ok(null);
  const [owner] = await lockRows<{ name: string; role: StaffRole; active: boolean }>(tx)`
    SELECT name, role, active FROM staff WHERE id = ${id}::uuid FOR SHARE`;
  if (!owner?.active) return refuse('nobody-on-staff', [wrongAt('/owner', 'active-staff')]);
  if (!mayOwnKey(owner.role, role)) {
    return refuseAt('/owner', 'owner-lacks-role', { name: owner.name, role: owner.role });
  }
  return ok(id);
}

async function staffAt(tx: Transaction, email: string): Promise<string | null> {
  return (await tx.staff.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

/** Null: nobody is an admin yet; the first who is gets it (`adopt-keys.ts`). */
async function usualOwner(tx: Transaction, actor: Actor): Promise<string | null> {
  if (actor.kind === 'user') return actor.id;
  if (actor.kind === 'key') {
    const key = await tx.apiKey.findUnique({ where: { id: actor.id }, select: { ownerId: true } });
    if (key?.ownerId) return key.ownerId;
  }
  const first = await tx.staff.findFirst({
    where: { role: 'admin', active: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return first?.id ?? null;
}
