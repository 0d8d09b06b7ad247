import type { CallQuestion } from '../../../adapters/database/generated/client.js';
import { emailDomain } from '../../../domain/calls/email-domain.js';
import { organizationKeyOfRecord } from '../../../domain/calls/organization-identity.js';
import {
  isStanding,
  PLACE_TAKING_STATUSES,
  type QuestionStatus,
} from '../../../domain/calls/question-statuses.js';
import { registeredDomain } from '../../../domain/calls/shared-domains.js';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { isCommonName, normalizeOrganization } from '../../../domain/people/organization-name.js';
import { may } from '../../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { Services } from '../../../ports/services.js';
import { findOrCreateOrganization } from '../../people/find-or-create-organization.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { lockCall } from '../call-row.js';
import { recheckRegistrations } from '../recheck-registrations.js';
import { onePlace } from './one-place.js';

/**
 * Staff say which organization a question counts for, and whose the asker is from now on. Refuses `forbidden`,
 * `not-found`, `not-allowed-now`, `one-question-per-organization` (nothing is changed then).
 */
export async function correctOrganization(
  services: Services,
  actor: Actor,
  { callId, questionId }: { callId: string; questionId: string },
  name: string,
): Promise<Result<null>> {
  if (!may(actor, 'calls.questions')) return refuse('only-staff-correct-organization');
  return onePlace(() =>
    recordingOrRefusal(services, async (rec) => {
      const { tx } = rec;
      await lockCall(tx, callId);
      const question = await tx.callQuestion.findUnique({ where: { id: questionId } });
      if (!question || question.callId !== callId) return refuse('no-such-question');
      if (!isStanding(question.status as QuestionStatus)) return refuse('question-takes-no-place');
      const record = await recordOf(tx, question, name, rec.at);
      const key = record && ((await keyOfSameName(tx, question, name)) ?? organizationKeyOfRecord(record));
      await tx.person.update({ where: { id: question.personId }, data: { organizationId: record } });
      await recheckRegistrations(rec, services, {
        personId: question.personId,
        actor: actorRef(actor),
      });
      await tx.callQuestion.update({
        where: { id: questionId },
        data: { organizationName: name, organizationKey: key, version: { increment: 1 } },
      });
      services.log.info({ callId, questionId, actor: actorRef(actor) }, 'an organization was corrected');
      return ok(null);
    }),
  );
}

/** Null: staff say that it is none, or one that nobody can tell from others of its name. */
async function recordOf(
  tx: Transaction,
  { personId, askerEmail }: Pick<CallQuestion, 'personId' | 'askerEmail'>,
  name: string,
  at: Date,
): Promise<string | null> {
  const { state } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  return findOrCreateOrganization(tx, name, { email: askerEmail, state, at });
}

/**
 * Another question of this call may stand for the same name under a domain or a unit: those two are one, unless many
 * organizations have that name and the domains differ.
 */
async function keyOfSameName(
  tx: Transaction,
  { id, callId, askerEmail }: Pick<CallQuestion, 'id' | 'callId' | 'askerEmail'>,
  name: string,
): Promise<string | null> {
  const others = await tx.callQuestion.findMany({
    where: { callId, id: { not: id }, status: { in: PLACE_TAKING_STATUSES } },
    select: { organizationName: true, organizationKey: true, askerEmail: true },
  });
  const wanted = normalizeOrganization(name);
  const own = registeredDomain(emailDomain(askerEmail));
  const same = others.find(
    (other) =>
      normalizeOrganization(other.organizationName ?? '') === wanted &&
      (!isCommonName(name) || registeredDomain(emailDomain(other.askerEmail)) === own),
  );
  return same?.organizationKey ?? null;
}
