import type { Route } from '../../../src/api/http/route.js';
import { V1 } from '../../../src/api/v1-routes.js';
import { createWorld, type World } from './world.js';

/** A desk with one of everything, and everybody who may come to it: made once for all cases. */
export let world: World;

export async function startWorld(): Promise<void> {
  world = await createWorld();
}

/** What whoever may takes away, so that the next one finds it. */
export const TAKES = new Set(['readDocument', 'removeDocument', 'unsubscribe']);

export async function addressOf({ id, path }: Route): Promise<string> {
  const { document = '' } = TAKES.has(id) ? await world.anew() : {};
  const ids: Record<string, string> = { ...world.ids, '{documentId}': document };
  const longestFirst = Object.keys(ids).sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (text, place) => text.replace(place, place.replace(/\{\w+\}/, ids[place] ?? '')),
    path,
  );
}

export const QUERY: Record<string, string> = { whenWouldIHear: '?receivedAt=2026-11-02T18:00:00Z' };
export const tried = V1.filter(({ path }) => !path.startsWith('/rehearsal'));
