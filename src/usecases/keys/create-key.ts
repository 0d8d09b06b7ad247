import { randomBytes, randomUUID } from 'node:crypto';
import type { StaffRole } from '../../domain/people/actor.js';
import type { Transaction } from '../../ports/database.js';
import { hashToken } from '../tokens.js';

/** `read` answers GETs; `write` allows the rest of what the role may do. */
export const KEY_SCOPES = ['read', 'write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Makes an API key. The key itself is given back once and never stored. */
export async function createKey(
  db: Transaction,
  input: { name: string; role: StaffRole; scopes?: readonly KeyScope[] },
): Promise<{ id: string; key: string }> {
  const prefix = randomBytes(4).toString('hex');
  const key = `tad_${prefix}_${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  await db.apiKey.create({
    data: {
      id,
      name: input.name,
      prefix: `tad_${prefix}`,
      hash: hashToken(key),
      role: input.role,
      scopes: [...(input.scopes ?? KEY_SCOPES)],
      createdAt: new Date(),
    },
  });
  return { id, key };
}
