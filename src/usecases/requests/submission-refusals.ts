import type { Actor } from '../../domain/people/actor.js';
import { refuseUnserved } from '../../domain/requests/intake.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { ok, type Result, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';

/**
 * Survivors and members of the public are told of the hotline before anything else is found wrong with what they sent.
 * Refuses `role-not-served`.
 */
export function refuseRoleFirst(
  { services }: { services: Pick<Services, 'programs'> },
  body: unknown,
): Result<null> {
  return refuseUnserved(services.programs.current().program, roleClaimed(body)) ?? ok(null);
}

/** In a submission with its requester, in a registration by itself. */
function roleClaimed(body: unknown): string | undefined {
  const said = body as { requester?: { role?: unknown }; role?: unknown } | null;
  const role = said?.requester?.role ?? said?.role;
  return typeof role === 'string' ? role.trim() : undefined;
}

/** People submit for themselves; keys and staff for anybody. Refuses `invalid`. */
export function refuseOthersAddress(actor: Actor, { requester }: Submission): Result<null> {
  if (actor.kind !== 'person' || requester.email === actor.email) return ok(null);
  return refuseAt('/requester/email', 'not-the-address-signed-in');
}
