import type { Actor } from '../../domain/people/actor.js';
import { may, type Permission } from '../../domain/people/permissions.js';
import { type Refusal, refuse } from '../../domain/result.js';

/** What a role may not read is refused; null: they may. The desk itself, asked at a terminal, reads everything. */
export function refuseUnless(actor: Actor, permission: Permission): Refusal | null {
  return actor.kind === 'system' || may(actor, permission) ? null : refuse('role-not-allowed');
}
