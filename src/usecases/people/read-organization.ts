import { sharedDomainKind } from '../../domain/calls/shared-domains.js';
import type { Actor } from '../../domain/people/actor.js';
import { normalizeOrganization } from '../../domain/people/organization-name.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { IS_OPEN } from '../requests/open-rows.js';
import { namesOf } from '../requests/read-request.js';
import { notHidden, outsideWalls } from '../walls/hidden-from.js';
import type { OrganizationEventType } from './organization-events.js';
import { domainsOf, groupOf } from './organization-group.js';
import { MOST_OF_ORGANIZATION as MOST, type OrganizationView } from './organization-view.schema.js';
import { refuseUnless } from './refuse-unless.js';

/** An organization with what the desk has of its people; no words of their requests. Refuses `forbidden`, `not-found`. */
export async function readOrganization(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<OrganizationView>> {
  const refused = refuseUnless(actor, 'organizations.read');
  if (refused) return refused;
  const { db } = services;
  const record = await db.organization.findUnique({ where: { id } });
  if (!record) return refuse('no-such-organization');
  const group = record.mergedIntoId ? null : await groupOf(db, id);
  const members = group?.members ?? [record];
  const domains = domainsOf({ members }).slice(0, MOST);
  const shared = domains.filter((domain) => sharedDomainKind(domain) !== null);
  const ofIts = { organizationId: id };
  const [units, people, requests, questions, history, counts] = await Promise.all([
    unitsOf(services, members, shared),
    db.person.findMany({
      where: { ...ofIts, mergedIntoId: null },
      select: { id: true, name: true, role: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST,
    }),
    db.taRequest.findMany({
      where: { ...ofIts, id: outsideWalls(actor) },
      select: {
        id: true,
        reference: true,
        status: true,
        kind: true,
        receivedAt: true,
        respondedAt: true,
        requesterId: true,
        requesterName: true,
      },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    }),
    db.callQuestion.findMany({
      where: { person: ofIts },
      select: {
        id: true,
        callId: true,
        status: true,
        personId: true,
        askerName: true,
        call: { select: { startsAt: true } },
      },
      orderBy: [{ call: { startsAt: 'desc' } }, { id: 'asc' }],
      take: MOST,
    }),
    db.organizationEvent.findMany({
      where: ofIts,
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
      take: MOST,
    }),
    countsOf(services, actor, id),
  ]);
  const [named, asked] = await Promise.all([
    db.organization.findMany({
      where: { id: { in: history.flatMap(({ otherId }) => otherId ?? []) } },
      select: { id: true, name: true },
    }),
    // Counted beside those who are shown: Prisma's own count of a relation counts the requests of everybody.
    db.taRequest.groupBy({
      by: ['requesterId'],
      where: { requesterId: { in: people.map((person) => person.id) }, id: outsideWalls(actor) },
      _count: { _all: true },
    }),
  ]);
  const requestsOf = new Map(asked.map(({ requesterId, _count }) => [requesterId, _count._all]));
  const others = new Map(named.map((one) => [one.id, one]));
  return ok({
    id,
    name: record.name,
    state: record.state,
    domains: domains.map((domain) => ({
      domain,
      shared: shared.includes(domain),
      stated: members.some(({ statedDomains }) => statedDomains.includes(domain)),
    })),
    otherNames: members
      .filter((member) => member.id !== id)
      .map(({ name }) => name)
      .slice(0, MOST),
    mergedInto: record.mergedIntoId,
    units,
    people: people.map((person) => ({ ...person, requests: requestsOf.get(person.id) ?? 0 })),
    requests: requests.map(({ status, receivedAt, respondedAt, requesterId, requesterName, ...row }) => ({
      ...row,
      status: status as RequestStatus,
      receivedAt: receivedAt.toISOString(),
      respondedAt: respondedAt?.toISOString() ?? null,
      requester: { id: requesterId, name: requesterName },
    })),
    questions: questions.map(({ id: question, callId, status, personId, askerName, call }) => ({
      id: question,
      callId,
      startsAt: call.startsAt.toISOString(),
      status,
      asker: { id: personId, name: askerName },
    })),
    counts,
    history: history.map(({ at, type, actor: by, otherId }) => ({
      at: at.toISOString(),
      type: type as OrganizationEventType,
      actor: by,
      other: (otherId && others.get(otherId)) || null,
    })),
  });
}

/** Others of a domain that several share, as those of a state or a university do. */
async function unitsOf(
  { db }: Pick<Services, 'db'>,
  members: readonly { id: string }[],
  shared: string[],
): Promise<{ id: string; name: string }[]> {
  if (shared.length === 0) return [];
  return db.organization.findMany({
    where: {
      id: { notIn: members.map((member) => member.id) },
      mergedIntoId: null,
      OR: [{ domain: { in: shared } }, { statedDomains: { hasSome: shared } }],
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
}

async function countsOf({ db }: Services, actor: Actor, id: string): Promise<OrganizationView['counts']> {
  const seen = notHidden(actor);
  const [row] = await db.$queryRaw<[OrganizationView['counts']]>`
    SELECT (SELECT count(*)::int FROM person WHERE organization_id = ${id}::uuid AND merged_into_id IS NULL) AS people,
      (SELECT count(*)::int FROM ta_request r WHERE organization_id = ${id}::uuid AND ${seen}) AS requests,
      (SELECT count(*)::int FROM ta_request r WHERE organization_id = ${id}::uuid AND ${IS_OPEN} AND ${seen}) AS open,
      (SELECT count(*)::int FROM call_registration WHERE organization_id = ${id}::uuid) AS registrations,
      (SELECT count(*)::int FROM call_question q JOIN person p ON p.id = q.person_id
        WHERE p.organization_id = ${id}::uuid) AS questions`;
  return row;
}

/** Records that may be the same one: of a domain of its own, or of its name elsewhere. A few. */
export async function likelyDoubles(
  { db }: Services,
  actor: Actor,
  { id, name, domains }: Pick<OrganizationView, 'id' | 'name' | 'domains'>,
): Promise<Result<{ id: string; name: string; domain: string | null }[]>> {
  const refused = refuseUnless(actor, 'organizations.read');
  if (refused) return refused;
  const own = domains.filter(({ shared }) => !shared).map(({ domain }) => domain);
  return ok(
    await db.organization.findMany({
      where: {
        id: { not: id },
        mergedIntoId: null,
        OR: [
          { nameKey: normalizeOrganization(name) },
          { domain: { in: own } },
          { statedDomains: { hasSome: own } },
        ],
      },
      select: { id: true, name: true, domain: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 10,
    }),
  );
}

/** Records of a name, or the one of an id; those that stand by themselves. */
export async function organizationsCalled(
  { db }: Services,
  actor: Actor,
  { name, id }: { name: string; id: string | null },
): Promise<Result<{ id: string; name: string }[]>> {
  const refused = refuseUnless(actor, 'organizations.read');
  if (refused) return refused;
  const where = id ? { id } : { nameKey: normalizeOrganization(name) };
  const found = await db.organization.findMany({
    where: { ...where, mergedIntoId: null },
    select: { id: true, name: true },
    take: 2,
  });
  return ok(found);
}

/** Names of those who changed an organization's record, by their references. */
export async function namesBehindOrganization(
  services: Services,
  actor: Actor,
  history: OrganizationView['history'],
): Promise<Map<string, string>> {
  const refs = history.map((event) => event.actor);
  return refuseUnless(actor, 'organizations.read') ? new Map() : namesOf(services, refs);
}
