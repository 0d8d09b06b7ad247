import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { SecurityKind } from '../../domain/security/security-events.js';
import type { Whence } from '../../domain/security/whence.js';
import { addDays } from '../../domain/time/add-days.js';
import type { Instant, IsoDate } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndNumber } from '../lists/cursor.schema.js';
import { namesOf } from '../requests/read-request.js';
import { hiddenFrom, outsideWalls } from '../walls/hidden-from.js';

/** What is looked for in a record; all of it left out, the newest. */
export interface RecordsQuery {
  /** A reference such as `user:<id>`. */
  who?: string | undefined;
  /** Of a request. */
  reference?: string | undefined;
  kind?: string | undefined;
  /** Days of the program's zone, both included. */
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
  cursor?: string | undefined;
}

export interface Said {
  ref: string;
  /** Null: nobody we know any more, or nobody in particular. */
  name: string | null;
}

export interface EventShown {
  kind: SecurityKind;
  at: Instant;
  actor: Said;
  about: Said | null;
  whence: Whence;
  data: unknown;
}

export interface ReadingShown {
  at: Instant;
  actor: Said;
  requestId: string;
  /** Null: of no request, or of one that is erased. */
  reference: string | null;
  what: string;
  whence: Whence | null;
  why: string | null;
  notTheirs: boolean;
}

export interface RecordsPage<T> {
  items: T[];
  nextCursor: string | null;
  /** There is no request of that reference. */
  unknownReference: boolean;
}

const MOST = 50;
type Where = Prisma.CaseAccessWhereInput & Prisma.SecurityEventWhereInput;

/** Security events, the newest first. */
export async function listSecurityEvents(
  services: Services,
  actor: Actor,
  query: RecordsQuery,
): Promise<Result<RecordsPage<EventShown>>> {
  if (!may(actor, 'security.events')) return refuse('role-not-allowed');
  const asked = await readQuery(services, actor, query, 'security-events');
  if (!asked.ok) return asked;
  const { range, request, unknown, write } = asked.value;
  const rows = await services.db.securityEvent.findMany({
    where: {
      AND: [
        range,
        query.who ? { OR: [{ actor: query.who }, { about: query.who }] } : {},
        request ? { about: `request:${request}` } : unknown ? { id: -1n } : {},
        query.kind ? { kind: query.kind } : {},
        { id: { notIn: await aboutHidden(services, actor) } },
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST + 1,
  });
  const shown = rows.slice(0, MOST);
  const said = await sayer(
    services,
    actor,
    shown.flatMap((row) => [row.actor, row.about ?? '']),
  );
  return ok({
    items: shown.map((row) => ({
      kind: row.kind as SecurityKind,
      at: row.at.toISOString(),
      actor: said(row.actor),
      about: row.about === null ? null : said(row.about),
      whence: row.whence as Whence,
      data: row.data,
    })),
    nextCursor: rows.length > MOST ? write(shown.at(-1)) : null,
    unknownReference: unknown,
  });
}

/** Events about what is hidden from whoever asks, that it was hidden from them among them. */
async function aboutHidden({ db }: Services, actor: Actor): Promise<bigint[]> {
  const hidden = [...hiddenFrom(actor)];
  if (hidden.length === 0) return [];
  const rows = await db.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM security_event
    WHERE data->>'request' = ANY(${hidden}) OR about = ANY(${hidden.map((id) => `request:${id}`)})`;
  return rows.map(({ id }) => id);
}

/** Who read what, the newest first. Of the director alone. */
export async function listReadings(
  services: Services,
  actor: Actor,
  query: RecordsQuery,
): Promise<Result<RecordsPage<ReadingShown>>> {
  if (!may(actor, 'security.readings')) return refuse('role-not-allowed');
  const asked = await readQuery(services, actor, query, 'readings');
  if (!asked.ok) return asked;
  const { range, request, unknown, write } = asked.value;
  const rows = await services.db.caseAccess.findMany({
    where: {
      AND: [
        range,
        query.who ? { actor: query.who } : {},
        request ? { requestId: request } : unknown ? { id: -1n } : {},
        { requestId: outsideWalls(actor) },
        query.kind === 'not-theirs' ? { notTheirs: true } : query.kind ? { what: query.kind } : {},
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST + 1,
  });
  const shown = rows.slice(0, MOST);
  const said = await sayer(
    services,
    actor,
    shown.map((row) => row.actor),
  );
  const requests = await services.db.taRequest.findMany({
    where: { id: { in: shown.map(({ requestId }) => requestId) } },
    select: { id: true, reference: true },
  });
  const references = new Map(requests.map(({ id, reference }) => [id, reference]));
  return ok({
    items: shown.map((row) => ({
      at: row.at.toISOString(),
      actor: said(row.actor),
      requestId: row.requestId,
      reference: references.get(row.requestId) ?? null,
      what: row.what,
      whence: row.whence as Whence | null,
      why: row.why,
      notTheirs: row.notTheirs,
    })),
    nextCursor: rows.length > MOST ? write(shown.at(-1)) : null,
    unknownReference: unknown,
  });
}

async function readQuery(services: Services, actor: Actor, query: RecordsQuery, list: string) {
  const cursors = cursorOf(list, instantAndNumber);
  const after = cursors.read(query.cursor);
  if (!after.ok) return after;
  const zone = createZone(services.programs.current().program.zone);
  const { from, to } = query;
  const range: Where = {
    AND: [
      from ? { at: { gte: new Date(zone.at(from, '00:00')) } } : {},
      to ? { at: { lt: new Date(zone.at(addDays(to, 1), '00:00')) } } : {},
      ...(after.value ? [before(after.value)] : []),
    ],
  };
  const found = query.reference
    ? await services.db.taRequest.findFirst({
        where: { reference: query.reference, id: outsideWalls(actor) },
        select: { id: true },
      })
    : null;
  return ok({
    range,
    request: found?.id ?? null,
    unknown: query.reference !== undefined && found === null,
    write: (last?: { at: Date; id: bigint }) =>
      last ? cursors.write([last.at.toISOString(), String(last.id)]) : null,
  });
}

function before([at, id]: [string, string]): Where {
  const instant = new Date(at);
  return { at: { lte: instant }, OR: [{ at: { lt: instant } }, { id: { lt: BigInt(id) } }] };
}

/** Names behind references, and of requests their reference. */
async function sayer(services: Services, actor: Actor, refs: string[]): Promise<(ref: string) => Said> {
  const names = await namesOf(services, refs);
  const ids = refs.flatMap((ref) => (ref.startsWith('request:') ? [ref.slice('request:'.length)] : []));
  const requests = await services.db.taRequest.findMany({
    where: { id: { in: ids, ...outsideWalls(actor) } },
    select: { id: true, reference: true },
  });
  for (const { id, reference } of requests) names.set(`request:${id}`, reference);
  return (ref) => ({ ref, name: names.get(ref) ?? null });
}

/** Whom the page lets choose: staff, whether they may still sign in or not, and keys. */
export async function recordActors(
  { db }: Services,
  actor: Actor,
): Promise<Result<{ ref: string; name: string; kind: 'user' | 'key' }[]>> {
  if (!may(actor, 'security.events')) return refuse('role-not-allowed');
  const [staff, keys] = await Promise.all([
    db.staff.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db.apiKey.findMany({ orderBy: { name: 'asc' }, take: 200, select: { id: true, name: true } }),
  ]);
  return ok([
    ...staff.map(({ id, name }) => ({ ref: `user:${id}`, name, kind: 'user' as const })),
    ...keys.map(({ id, name }) => ({ ref: `key:${id}`, name, kind: 'key' as const })),
  ]);
}
