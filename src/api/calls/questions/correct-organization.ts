import { randomUUID } from 'node:crypto';
import type { Services, Transaction } from '../../../activities/ports.js';
import {
  normalizeOrganization,
  organizationKeyOfRecord,
} from '../../../domain/calls/organization-identity.js';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import { lockCall } from '../../../records/calls/call-row.js';
import { recheckRegistrations } from '../../../records/calls/recheck-registrations.js';
import { organizationKey } from '../../../records/people/find-or-create-person.js';
import { recordOrRefuse } from '../../../records/record-or-refuse.js';
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
  if (!may(actor, 'calls.questions')) return refuse('forbidden', 'Only staff correct an organization.');
  return onePlace(() =>
    recordOrRefuse(services, async (tx, toKick) => {
      await lockCall(tx, callId);
      const question = await tx.callQuestion.findUnique({ where: { id: questionId } });
      if (!question || question.callId !== callId) return refuse('not-found', 'There is no such question.');
      if (question.status !== 'asked' && question.status !== 'selected') {
        return refuse('not-allowed-now', 'This question takes no place on the call any more.');
      }
      const record = await recordOf(tx, name, services.clock.now());
      const key = (await keyOfSameName(tx, { callId, questionId }, name)) ?? organizationKeyOfRecord(record);
      await tx.person.update({ where: { id: question.personId }, data: { organizationId: record } });
      await recheckRegistrations(tx, services, toKick, {
        personId: question.personId,
        actor: actorRef(actor),
        at: services.clock.now(),
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

async function recordOf(tx: Transaction, name: string, at: Date): Promise<string> {
  const nameKey = organizationKey(name);
  await tx.organization.createMany({
    data: [{ id: randomUUID(), name, nameKey, createdAt: at }],
    skipDuplicates: true,
  });
  return (await tx.organization.findUniqueOrThrow({ where: { nameKey } })).id;
}

/** Another question of this call may stand for the same name under a domain or a unit: those two are one. */
async function keyOfSameName(
  tx: Transaction,
  { callId, questionId }: { callId: string; questionId: string },
  name: string,
): Promise<string | null> {
  const others = await tx.callQuestion.findMany({
    where: { callId, id: { not: questionId }, status: { notIn: ['withdrawn', 'moved'] } },
    select: { organizationName: true, organizationKey: true },
  });
  const wanted = normalizeOrganization(name);
  const same = others.find(
    ({ organizationName }) => normalizeOrganization(organizationName ?? '') === wanted,
  );
  return same?.organizationKey ?? null;
}
