import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from './refuse-unless.js';

/** The name on record; null: there is none of this id. */
export async function nameOfOrganization(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<string | null>> {
  const refused = refuseUnless(actor, 'calls.questions');
  return refused ?? ok((await services.db.organization.findUnique({ where: { id } }))?.name ?? null);
}
