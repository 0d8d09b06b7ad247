import type { Actor } from '../../domain/people/actor.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { namesOf } from '../requests/read-request.js';
import { outsideWalls } from '../walls/hidden-from.js';
import type { PersonEventType } from './person-events.js';
import { MOST_SHOWN, type PersonView } from './person-view.schema.js';
import { refuseUnless } from './refuse-unless.js';

const LATEST = { take: MOST_SHOWN } as const;
const REQUEST = {
  select: { id: true, reference: true, status: true, kind: true, receivedAt: true, respondedAt: true },
  orderBy: [{ receivedAt: 'desc' as const }, { id: 'desc' as const }],
  ...LATEST,
};

/** A person with what the desk has of theirs; no words of their requests. Refuses `forbidden`, `not-found`. */
export async function readPerson(services: Services, actor: Actor, id: string): Promise<Result<PersonView>> {
  const refused = refuseUnless(actor, 'people.read');
  if (refused) return refused;
  const row = await services.db.person.findUnique({
    where: { id },
    include: {
      organization: { select: { id: true, name: true } },
      emails: { orderBy: { email: 'asc' }, ...LATEST },
      requested: { ...REQUEST, where: { id: outsideWalls(actor) } },
      supervised: { ...REQUEST, where: { id: outsideWalls(actor) } },
      completions: { orderBy: [{ completedAt: 'desc' }, { id: 'asc' }], ...LATEST },
      events: { orderBy: [{ at: 'desc' }, { id: 'asc' }], ...LATEST },
    },
  });
  if (!row) return refuse('no-such-person');
  type Asked = (typeof row.requested)[number];
  const requestView = (as: 'requester' | 'supervisor') => (one: Asked) => ({
    ...one,
    as,
    status: one.status as RequestStatus,
    receivedAt: one.receivedAt.toISOString(),
    respondedAt: one.respondedAt?.toISOString() ?? null,
  });
  return ok({
    id: row.id,
    name: row.name,
    role: row.role,
    state: row.state,
    licensedIn: row.licensedIn,
    organization: row.organization,
    mergedInto: row.mergedIntoId,
    addresses: row.emails.map(({ email, verifiedAt }) => ({ email, proved: verifiedAt !== null })),
    requests: [
      ...row.requested.map(requestView('requester')),
      ...row.supervised.map(requestView('supervisor')),
    ]
      .sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1))
      .slice(0, MOST_SHOWN),
    completions: row.completions.map(({ courseId, passed, saidPassed, settledAt, completedAt }) => ({
      courseId,
      passed,
      awaitsDecision: saidPassed !== null && settledAt === null,
      completedAt: completedAt.toISOString(),
    })),
    history: row.events.map(({ at, type, actor: by, email, otherId }) => ({
      at: at.toISOString(),
      type: type as PersonEventType,
      actor: by,
      email,
      other: otherId,
    })),
  });
}

/** Whose an address (lower case) is, for staff; null: nobody's. */
export async function personOfAddress(
  services: Services,
  actor: Actor,
  email: string,
): Promise<Result<{ id: string; name: string; requests: number } | null>> {
  const refused = refuseUnless(actor, 'people.read');
  if (refused) return refused;
  const row = await services.db.personEmail.findUnique({
    where: { email },
    select: { person: { select: { id: true, name: true } } },
  });
  if (!row) return ok(null);
  // Counted by itself: Prisma's own count of a relation counts the requests of everybody.
  const theirs = { requesterId: row.person.id, id: outsideWalls(actor) };
  return ok({ ...row.person, requests: await services.db.taRequest.count({ where: theirs }) });
}

/** Names of those who changed a person's record, by their references. */
export async function namesBehind(
  services: Services,
  actor: Actor,
  history: PersonView['history'],
): Promise<Map<string, string>> {
  const refs = history.map((event) => event.actor);
  return refuseUnless(actor, 'people.read') ? new Map() : namesOf(services, refs);
}
