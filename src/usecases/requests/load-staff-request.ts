import type { Actor } from '../../domain/people/actor.js';
import type { Program } from '../../domain/program/program.schema.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** What only staff know of a request, beside its view. */
export interface StaffFacts {
  /** The program the request was accepted under. */
  program: Program;
  draftAuthor: string | null;
  tVisaRelated: boolean | null;
  reviewedResources: boolean;
}

/** Of a request that is there. */
export async function staffFacts(services: Services, actor: Actor, id: string): Promise<Result<StaffFacts>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const { programVersionId, ...facts } = await services.db.taRequest.findUniqueOrThrow({
    where: { id },
    select: { programVersionId: true, draftAuthor: true, tVisaRelated: true, reviewedResources: true },
  });
  return ok({ program: await services.programs.byVersion(services.db, programVersionId), ...facts });
}
