import type { StaffRole } from '../../domain/people/actor.js';
import { keyStateOf } from '../../domain/people/key-terms.js';
import type { Transaction } from '../../ports/database.js';
import type { KeyScope } from './create-key.js';
import type { KeyView } from './key.schema.js';

export const WITH_OWNER = {
  omit: { hash: true, oldHash: true },
  include: { owner: { select: { id: true, name: true, email: true, role: true, active: true } } },
} as const;

export type KeyRow = NonNullable<Awaited<ReturnType<typeof keyRowOf>>>;

export const keyRowOf = (db: Transaction, id: string) =>
  db.apiKey.findUnique({ where: { id }, ...WITH_OWNER });

export function keyView(row: KeyRow, now: Date): KeyView {
  const { id, name, prefix, role, scopes, owner, createdAt, expiresAt, lastUsedAt, revokedAt, oldUntil } =
    row;
  const state = keyStateOf(row, now);
  return {
    ...{ id, name, prefix, role: role as StaffRole, scopes: scopes as KeyScope[], state },
    owner: owner && { id: owner.id, name: owner.name, email: owner.email },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    overlapUntil: state === 'active' && oldUntil && oldUntil > now ? oldUntil.toISOString() : null,
  };
}
