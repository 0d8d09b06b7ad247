import { randomBytes, randomUUID } from 'node:crypto';
import type { StaffRole } from '../../domain/people/actor.js';
import { daysFrom, KEY_DAYS } from '../../domain/people/key-terms.js';
import type { Transaction } from '../../ports/database.js';
import { hashToken } from '../tokens.js';

/** `read` answers GETs; `write` allows the rest of what the role may do. */
export const KEY_SCOPES = ['read', 'write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** `tad_<prefix>_<secret>`: the prefix tells keys apart in lists, the secret has 256 random bits. */
export function newSecret(): { key: string; prefix: string; hash: string } {
  const prefix = `tad_${randomBytes(4).toString('hex')}`;
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { key, prefix, hash: hashToken(key) };
}

/** Makes an API key. The key itself is given back once and never stored. */
export async function createKey(
  db: Transaction,
  {
    name,
    role,
    scopes = KEY_SCOPES,
    ownerId = null,
    days = KEY_DAYS.usual,
  }: { name: string; role: StaffRole; scopes?: readonly KeyScope[]; ownerId?: string | null; days?: number },
): Promise<{ id: string; key: string }> {
  const { key, prefix, hash } = newSecret();
  const id = randomUUID();
  const createdAt = new Date();
  const expiresAt = daysFrom(createdAt, days);
  await db.apiKey.create({
    data: { id, name, prefix, hash, role, scopes: [...scopes], ownerId, createdAt, expiresAt },
  });
  return { id, key };
}
