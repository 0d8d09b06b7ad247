import type { Actor } from '../../domain/people/actor.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { ReadOfRequest } from '../../domain/security/readings.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LedgerDay } from '../../domain/time/types.js';
import type { Services } from '../../ports/services.js';
import { noteReadings } from '../security/note-readings.js';
import { openCaseText } from './case-text.js';
import { clockReading, promiseOf, toView, viewContext } from './request-view.js';
import { visibleRequest } from './visible-request.js';

export async function getRequest(services: Services, actor: Actor, id: string): Promise<Result<RequestView>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  return ok(toView(found.value, await viewContext(services.db, services, actor)));
}

/** The deadline explained day by day. */
export async function requestClock(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ dueAt: Instant | null; promiseBusinessDays: number; days: LedgerDay[] }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const context = await viewContext(services.db, services, actor);
  const { dueAt, days } = clockReading(found.value, context);
  return ok({ dueAt, promiseBusinessDays: promiseOf(found.value, context), days });
}

/** Business days that extensions added to the promise: counted as each is decided. */
export async function extensionDays(services: Services, actor: Actor, id: string): Promise<Result<number>> {
  const found = await visibleRequest(services, actor, id);
  return found.ok ? ok(found.value.extensionDays) : found;
}

/** The answer, for the requester, the supervisor who confirmed, and staff. Reading it is logged. */
export async function requestResponse(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ body: string; sentAt: Instant }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const text = await services.db.caseText.findFirst({
    where: { requestId: id, field: 'response', status: 'effective' },
    orderBy: { createdAt: 'desc' },
  });
  if (!text || !row.respondedAt) return refuse('no-response-yet');
  await logAccess(services, actor, id, 'response');
  return ok({ body: openCaseText(services, row, text), sentAt: row.respondedAt.toISOString() });
}

/** Writes who read case content, when and whence, and whether it is work of theirs. */
export async function logAccess(
  services: Services,
  actor: Actor,
  requestId: string,
  what: ReadOfRequest,
): Promise<void> {
  await noteReadings(services, actor, what, [requestId]);
}

/** Names behind `user:`, `key:` and `person:` references. */
export async function namesOf(services: Services, refs: string[]): Promise<Map<string, string>> {
  const ids = (kind: string) => [
    ...new Set(refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => ref.slice(kind.length + 1))),
  ];
  const [users, keys, people] = await Promise.all([
    services.db.staff.findMany({ where: { id: { in: ids('user') } }, select: { id: true, name: true } }),
    services.db.apiKey.findMany({ where: { id: { in: ids('key') } }, select: { id: true, name: true } }),
    services.db.person.findMany({ where: { id: { in: ids('person') } }, select: { id: true, name: true } }),
  ]);
  return new Map([
    ...users.map((row) => [`user:${row.id}`, row.name] as const),
    ...keys.map((row) => [`key:${row.id}`, row.name] as const),
    ...people.map((row) => [`person:${row.id}`, row.name] as const),
  ]);
}
