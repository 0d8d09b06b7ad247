import { timingSafeEqual } from 'node:crypto';
import { type Actor, STAFF_ROLES, type StaffRole } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { hashToken } from '../tokens.js';

/** `tad_<prefix>_<secret>`; the prefix tells keys apart in lists, the secret has 256 random bits. */
export const KEY_FORM = /^tad_[a-z0-9]{8}_[\w-]{43}$/;
const LAST_USED_EVERY_MS = 60_000;

/** The actor of an API key, or null. Notes the use at most once a minute (wall time). */
export async function findKey(
  { db }: Pick<Services, 'db'>,
  key: string,
): Promise<Extract<Actor, { kind: 'key' }> | null> {
  if (!KEY_FORM.test(key)) return null;
  const hash = hashToken(key);
  const row = await db.apiKey.findUnique({ where: { hash } });
  if (!row || row.revokedAt || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return null;
  if (!isRole(row.role)) return null;
  if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > LAST_USED_EVERY_MS) {
    await db.apiKey.update({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
  }
  return { kind: 'key', id: row.id, role: row.role, scopes: row.scopes };
}

function isRole(role: string): role is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(role);
}
