import { timingSafeEqual } from 'node:crypto';
import { type Actor, STAFF_ROLES, type StaffRole } from '../../domain/people/actor.js';
import { keyStateOf } from '../../domain/people/key-terms.js';
import type { Services } from '../../ports/services.js';
import { hashToken } from '../tokens.js';

export const KEY_FORM = /^tad_[a-z0-9]{8}_[\w-]{43}$/;
const LAST_USED_EVERY_MS = 60_000;

interface Found {
  id: string;
  hash: string;
  oldHash: string | null;
  oldUntil: Date | null;
  role: string;
  scopes: string[];
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  ownerRole: string | null;
  ownerActive: boolean | null;
  hidden: string[] | null;
}

/**
 * The actor of an API key, or null. It may do no more than its owner may now, and stands behind their conflict walls. Notes
 * the use at most once a minute (wall time).
 */
export async function findKey(
  { db }: Pick<Services, 'db'>,
  key: string,
): Promise<Extract<Actor, { kind: 'key' }> | null> {
  if (!KEY_FORM.test(key)) return null;
  const hash = hashToken(key);
  const [row] = await db.$queryRaw<[Found?]>`
    SELECT k.id::text, k.hash, k.old_hash AS "oldHash", k.old_until AS "oldUntil", k.role, k.scopes,
      k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt",
      s.role AS "ownerRole", s.active AS "ownerActive",
      CASE WHEN s.walled THEN ARRAY(SELECT DISTINCT w.request_id::text FROM conflict_wall w
        WHERE w.staff_id = s.id AND w.broken_at IS NULL) END AS hidden
    FROM api_key k LEFT JOIN staff s ON s.id = k.owner_id
    WHERE k.hash = ${hash} OR k.old_hash = ${hash} LIMIT 1`;
  const now = new Date();
  if (!row || !isSecretOf(row, hash, now) || !isRole(row.role)) return null;
  const owner = row.ownerRole === null ? null : { role: row.ownerRole, active: row.ownerActive === true };
  if (keyStateOf({ ...row, owner }, now) !== 'active') return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > LAST_USED_EVERY_MS) {
    await db.apiKey.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  const hidden = row.hidden ? { hidden: row.hidden } : {};
  return { kind: 'key', id: row.id, role: row.role, scopes: row.scopes, ...hidden };
}

/** Of a key that was rotated, the secret of before counts until its overlap is over. */
function isSecretOf({ hash, oldHash, oldUntil }: Found, typed: string, now: Date): boolean {
  const equals = (known: string) => timingSafeEqual(Buffer.from(known), Buffer.from(typed));
  return equals(hash) || (oldHash !== null && oldUntil !== null && oldUntil > now && equals(oldHash));
}

function isRole(role: string): role is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(role);
}
