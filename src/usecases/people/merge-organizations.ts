import { organizationKeyOfRecord } from '../../domain/calls/organization-identity.js';
import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Refusal, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { lock, lockAll, lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { countFor } from './mend-organizations.js';
import { writeOrganizationEvent } from './organization-events.js';
import { groupOf, keysOfGroup, type OrganizationGroup } from './organization-group.js';
import type { OrganizationView } from './organization-view.schema.js';
import { readOrganization } from './read-organization.js';
import { refuseUnless } from './refuse-unless.js';

/**
 * Staff say that two records are one organization: `into` has everything from now on, and whoever uses a name of the
 * other finds it. Said again it changes nothing. Refuses `forbidden`, `not-found`, `invalid` (`into`: the same, or none),
 * `not-allowed-now` (merged already, or both have a question for one call that is to come).
 */
export async function mergeOrganizations(
  services: Services,
  actor: Actor,
  fromId: string,
  intoId: string,
): Promise<Result<OrganizationView>> {
  const refused = refuseUnless(actor, 'organizations.mend');
  if (refused) return refused;
  if (fromId === intoId) return refuseAt('/into', 'organization-into-itself');
  const done = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    await lock(tx, 'organizationsMended');
    const [from, into] = [await groupOf(tx, fromId), await groupOf(tx, intoId)];
    if (!from) return refuse('no-such-organization');
    if (!into || into.id !== intoId) return refuseAt('/into', 'no-such-organization-to-merge');
    if (from.id === intoId) return ok(null);
    if (from.id !== fromId) return refuse('merged-already');
    return (await becomeOneOrganization(rec, { from, into, actor: actorRef(actor) })) ?? ok(null);
  });
  return done.ok ? readOrganization(services, actor, intoId) : done;
}

/** The caller keeps everybody else from merging and correcting. */
async function becomeOneOrganization(
  rec: Recording,
  { from, into, actor }: { from: OrganizationGroup; into: OrganizationGroup; actor: string },
): Promise<Refusal | null> {
  const { tx } = rec;
  // In the order of whoever asks a question: the call first, then the names that are used.
  await lockRows(tx)`SELECT id FROM call WHERE status NOT IN ('held', 'completed') ORDER BY id FOR UPDATE`;
  const names = [...from.members, ...into.members].map(({ nameKey }) => nameKey);
  await lockAll(
    tx,
    [...new Set(names)].map((what) => ({ kind: 'organization' as const, what })),
  );
  const keys = [...keysOfGroup(from), ...keysOfGroup(into)];
  const asked = await tx.callQuestion.findMany({
    where: { organizationKey: { in: keys } },
    select: { id: true, callId: true, status: true, call: { select: { endsAt: true } } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  const taking: readonly string[] = PLACE_TAKING_STATUSES;
  const toCome = asked.filter(({ status, call }) => taking.includes(status) && call.endsAt > rec.at);
  if (new Set(toCome.map(({ callId }) => callId)).size < toCome.length) {
    return refuse('both-organizations-asked');
  }
  const [where, data] = [{ organizationId: from.id }, { organizationId: into.id }];
  await tx.person.updateMany({ where, data });
  await tx.taRequest.updateMany({ where, data });
  await tx.callRegistration.updateMany({ where, data });
  // Of calls that are over, two who asked on one keep their places.
  for (const { id } of asked) await countFor(tx, id, organizationKeyOfRecord(into.id));
  // Whoever came to `from` before goes on with it: the way to the one that stays is one step long.
  await tx.organization.updateMany({
    where: { OR: [{ id: from.id }, { mergedIntoId: from.id }] },
    data: { mergedIntoId: into.id },
  });
  await writeOrganizationEvent(rec, { organizationId: into.id, actor, type: 'merged', otherId: from.id });
  return null;
}
