import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import type { ShortListQuery } from '../lists/page-of.schema.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { KeyView } from './key.schema.js';
import { keyRowOf, keyView, WITH_OWNER } from './key-view.js';

const cursors = cursorOf('keys', instantAndId);

/** Keys, a page at a time, the newest first. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listKeys(
  services: Services,
  actor: Actor,
  { cursor, limit = 50 }: ShortListQuery,
): Promise<Result<{ items: KeyView[]; nextCursor: string | null }>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const rows = await services.db.apiKey.findMany({
    where: after
      ? { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }
      : {},
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...WITH_OWNER,
  });
  const now = new Date();
  const items = rows.slice(0, limit).map((row) => keyView(row, now));
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return ok({ items, nextCursor: more ? cursors.write([last.createdAt, last.id]) : null });
}

/** One key. Refuses `forbidden`, `not-found`. */
export async function readKey(services: Services, actor: Actor, id: string): Promise<Result<KeyView>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const row = await keyRowOf(services.db, id);
  return row ? ok(keyView(row, new Date())) : refuse('no-such-key');
}

/** The most that a page shows, those that open something first. */
const MOST_SHOWN = 200;

/** For whoever looks after them, on a page: the active ones first, newest first. */
export async function keysForPage(services: Services, actor: Actor): Promise<Result<KeyView[]>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const now = new Date();
  const newest = { orderBy: { createdAt: 'desc' }, take: MOST_SHOWN, ...WITH_OWNER } as const;
  const open = { revokedAt: null, expiresAt: { gt: now } };
  const [live, over] = await Promise.all([
    services.db.apiKey.findMany({ where: open, ...newest }),
    services.db.apiKey.findMany({ where: { NOT: open }, ...newest }),
  ]);
  const views = [...live, ...over].map((row) => keyView(row, now));
  return ok(
    views.sort((a, b) => Number(b.state === 'active') - Number(a.state === 'active')).slice(0, MOST_SHOWN),
  );
}
