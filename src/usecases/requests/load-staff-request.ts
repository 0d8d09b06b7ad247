import type { Actor } from '../../domain/people/actor.js';
import type { Program } from '../../domain/program/program.schema.js';
import { KEPT_ANSWERS, type KeptAnswers, keptAnswersOf } from '../../domain/requests/submission.schema.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { followUpDraft } from './drafts.js';

/** What only staff know of a request, beside its view. */
export interface StaffFacts {
  /** The program the request was accepted under. */
  program: Program;
  draftAuthor: string | null;
  tVisaRelated: boolean | null;
  answers: KeptAnswers;
  requesterId: string;
  organization: { id: string; name: string } | null;
}

/** Of a request that is there. */
export async function staffFacts(services: Services, actor: Actor, id: string): Promise<Result<StaffFacts>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const { programVersionId, tVisaRelated, requesterId, organization, status, processState, ...row } =
    await services.db.taRequest.findUniqueOrThrow({
      where: { id },
      select: {
        programVersionId: true,
        draftAuthor: true,
        tVisaRelated: true,
        status: true,
        processState: true,
        requesterId: true,
        organization: { select: { id: true, name: true } },
        ...KEPT,
      },
    });
  const program = await services.programs.byVersion(services.db, programVersionId);
  // After the answer the draft is that of a follow-up’s.
  const followUp = status === 'responded' ? await followUpDraft(services.db, { id, processState }) : null;
  return ok({
    program,
    draftAuthor: status === 'responded' ? (followUp?.author ?? null) : row.draftAuthor,
    tVisaRelated,
    answers: keptAnswersOf(row),
    requesterId,
    organization,
  });
}

const KEPT = Object.fromEntries(KEPT_ANSWERS.map((name) => [name, true])) as Record<keyof KeptAnswers, true>;
