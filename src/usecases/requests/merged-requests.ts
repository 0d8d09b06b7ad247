import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import type { Services } from '../../ports/services.js';
import { outsideWalls } from '../walls/hidden-from.js';
import { visibleTo } from './visible-request.js';

/** A request that another one is named on. */
export interface NamedRequest {
  id: string;
  reference: string;
  status: RequestStatus;
  /** How its supervisor stands. */
  supervisor: string;
  /** Whether the reader may open it. */
  visible: boolean;
}

/** The requests this one answers too: merged into it, or into one that was. The oldest first. */
export async function mergedInto(services: Services, actor: Actor, id: string): Promise<NamedRequest[]> {
  const found = new Map<string, NamedRequest>();
  for (let into = [id]; into.length > 0; ) {
    const rows = await find(services, { mergedIntoId: { in: into }, id: outsideWalls(actor) });
    into = rows.map((row) => row.id).filter((one) => one !== id && !found.has(one));
    for (const row of rows) if (into.includes(row.id)) found.set(row.id, named(actor, row));
  }
  return [...found.values()].sort((a, b) => a.reference.localeCompare(b.reference));
}

/** The request that goes on for one that was merged, however many merges lie between. */
export async function goesOnAs(
  services: Services,
  actor: Actor,
  view: { id: string; mergedInto: string | null },
): Promise<NamedRequest | null> {
  const seen = new Set([view.id]);
  let last: NamedRequest | null = null;
  for (let next = view.mergedInto; next !== null && !seen.has(next); ) {
    seen.add(next);
    const [row] = await find(services, { id: { equals: next, ...outsideWalls(actor) } });
    if (!row) break;
    last = named(actor, row);
    next = row.mergedIntoId;
  }
  return last;
}

const find = ({ db }: Services, where: Prisma.TaRequestWhereInput) =>
  db.taRequest.findMany({ where, include: { assignee: true } });

type Row = Awaited<ReturnType<typeof find>>[number];

function named(actor: Actor, row: Row): NamedRequest {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status as RequestStatus,
    supervisor: row.supervisorStatus,
    visible: visibleTo(actor, row),
  };
}
