import { z } from 'zod';
import { ok, type Result } from '../../domain/result.js';
import { cursorOf, cursorSchema } from './cursor.schema.js';
import { limitSchema } from './page-query.schema.js';

/** Query of a list that is short enough to be read whole. */
export const shortListQuery = z.strictObject({ cursor: cursorSchema, limit: limitSchema });

export type ShortListQuery = z.infer<typeof shortListQuery>;

/** How a short list is sorted: its name, for its cursors, and the key of an item, as text. */
export interface ShortList<T> {
  name: string;
  keyOf: (item: T) => string;
  /** What a key looks like. */
  key: RegExp;
}

/**
 * One page of a list sorted by its key. The cursor is the last key shown, so what comes or goes between two pages
 * shows nothing twice. Refuses `invalid` for a cursor of another list.
 */
export function pageOf<T>(
  items: readonly T[],
  { cursor, limit = 100 }: ShortListQuery,
  { name, keyOf, key }: ShortList<T>,
): Result<{ items: T[]; nextCursor: string | null }> {
  const cursors = cursorOf(name, z.string().regex(key));
  const after = cursors.read(cursor);
  if (!after.ok) return after;
  const rest = items.filter((item) => keyOf(item) > (after.value ?? ''));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const more = rest.length > limit && last !== undefined;
  return ok({ items: page, nextCursor: more ? cursors.write(keyOf(last)) : null });
}
