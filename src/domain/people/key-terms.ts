import { mayStandIn } from '../absences/may-stand-in.js';
import type { StaffRole } from './actor.js';
import { PERMISSIONS, type Permission, roleMay } from './permissions.js';

/** How long an API key lives, in days. */
export const KEY_DAYS = { usual: 365, most: 730 } as const;
/** How long the secret of before a rotation still works, in hours. */
export const OVERLAP_HOURS = { usual: 24, most: 168 } as const;
/** When its owner is told that it ends. */
export const KEY_TOLD_DAYS = 14;

const DAY_MS = 24 * 60 * 60_000;
export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/**
 * Whether a key of this role may hang on somebody of that one: it does nothing its owner may not. An admin gives roles,
 * so keys of every role may be an admin's; whoever made which stands among the security events.
 */
export const mayOwnKey = (owner: StaffRole, key: StaffRole): boolean =>
  owner === 'admin' || (roleCovers(owner, key) && mayStandIn(owner, key));

const roleCovers = (owner: StaffRole, key: StaffRole): boolean =>
  (Object.keys(PERMISSIONS) as Permission[]).every((row) => !roleMay(key, row) || roleMay(owner, row));

/** `stopped`: its owner may no longer do what it does. */
export const KEY_STATES = ['active', 'revoked', 'expired', 'stopped'] as const;
export type KeyState = (typeof KEY_STATES)[number];

interface Known {
  role: string;
  expiresAt: Date;
  revokedAt: Date | null;
  /** Null: made while nobody was an admin. */
  owner: { role: string; active: boolean } | null;
}

/** What a key is now (wall time); all but an active one open nothing. */
export function keyStateOf({ role, expiresAt, revokedAt, owner }: Known, now: Date): KeyState {
  if (revokedAt) return 'revoked';
  if (owner && !(owner.active && mayOwnKey(owner.role as StaffRole, role as StaffRole))) return 'stopped';
  return expiresAt <= now ? 'expired' : 'active';
}
