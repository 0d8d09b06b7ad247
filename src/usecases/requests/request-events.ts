import { type Actor, isStaff } from '../../domain/people/actor.js';
import { TYPES_TOLD_OUTSIDE } from '../../domain/requests/events.js';
import { dataOutside } from '../../domain/requests/told-outside.js';
import { ok, type Result } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, episodeAndSeq } from '../lists/cursor.schema.js';
import type { ShortListQuery } from '../lists/page-of.schema.js';
import { eventRows } from './event-rows.js';
import { namesOf } from './read-request.js';
import { visibleRequest } from './visible-request.js';

export interface EventView {
  seq: number;
  episode: number;
  type: string;
  at: Instant;
  actor: { kind: string; name: string | null };
  onBehalfOf: string | null;
  data: Record<string, unknown>;
}

const cursors = cursorOf('events', episodeAndSeq);
/** Of one request, on its page: more than ever come. */
const MOST_ON_A_PAGE = 5_000;

/**
 * What happened, oldest first, over all episodes: all of it for pages, or a list's page. People outside the staff
 * see roles, not names, and what is told outside.
 */
export async function requestEvents(
  services: Services,
  actor: Actor,
  id: string,
  { cursor, limit = 100 }: ShortListQuery = { limit: MOST_ON_A_PAGE },
): Promise<Result<{ items: EventView[]; nextCursor: string | null }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const after = cursors.read(cursor);
  if (!after.ok) return after;
  const staff = isStaff(actor);
  const rows = await eventRows(services.db, id, {
    after: after.value,
    types: staff ? null : TYPES_TOLD_OUTSIDE,
    most: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const refs = shown.map((row) => row.actor);
  const names = staff ? await namesOf(services, refs) : new Map<string, string>();
  const items = shown.map((row) => ({
    seq: row.seq,
    episode: row.episode,
    type: row.type,
    at: row.at.toISOString(),
    actor: { kind: row.actor.split(':')[0] ?? 'system', name: names.get(row.actor) ?? null },
    onBehalfOf: staff ? row.onBehalfOf : (row.onBehalfOf?.split(':')[0] ?? null),
    data: staff ? row.data : dataOutside(row.data),
  }));
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.episode, last.seq]) : null,
  });
}
