import type { Actor } from '../../domain/people/actor.js';
import { callSeriesOf, courseOf } from '../../domain/program/lookup.js';
import type { Program } from '../../domain/program/program.schema.js';
import type { WayOn } from '../../domain/requests/destination.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { getRequest } from './read-request.js';
import { waysAfterEnd } from './ways-after-end.js';

export interface ReadWayOn {
  kind: WayOn['kind'];
  /** Of the program: a resource, workshop, course or call series. */
  id: string | null;
  title: string | null;
  url: string | null;
}

/** Where a redirected or declined request leads, as the program has it today; of every other one nothing. Refuses `not-found`. */
export async function readWaysOn(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ items: ReadWayOn[]; nextCursor: null }>> {
  const view = await getRequest(services, actor, id);
  if (!view.ok) return view;
  const ways = await waysAfterEnd(services, actor, view.value);
  if (!ways.ok) return ways;
  const { program } = services.programs.current();
  return ok({ items: ways.value.flatMap((way) => named(program, way) ?? []), nextCursor: null });
}

/** Null: the program does not have it any more. */
function named(program: Program, way: WayOn): ReadWayOn | null {
  const none = { kind: way.kind, id: null, title: null, url: null };
  switch (way.kind) {
    case 'call':
      return listed(way.kind, callSeriesOf(program, way.series));
    case 'resource':
      return listed(
        way.kind,
        program.resources.find(({ id }) => id === way.id),
      );
    case 'workshop':
      return listed(
        way.kind,
        program.workshops.find(({ id }) => id === way.id),
      );
    case 'course':
      return listed(way.kind, courseOf(program, way.id));
    default:
      return none;
  }
}

function listed(
  kind: WayOn['kind'],
  found: { id: string; title: string; url?: string | undefined } | null | undefined,
): ReadWayOn | null {
  return found ? { kind, id: found.id, title: found.title, url: found.url ?? null } : null;
}
