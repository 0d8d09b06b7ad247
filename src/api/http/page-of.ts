import { z } from 'zod';
import { cursorSchema, limitSchema } from './page-query.js';
import { problem } from './unwrap.js';

/** Query of a list that is short enough to be read whole. */
export const shortListQuery = z.strictObject({ cursor: cursorSchema, limit: limitSchema });

/**
 * One page of a list sorted by `keyOf` (text). The cursor is the last key shown, so what comes or goes between two
 * pages shows nothing twice. @throws ProblemError `invalid` for a cursor that wasn't made here.
 */
export function pageOf<T>(
  items: readonly T[],
  { cursor, limit = 100 }: z.infer<typeof shortListQuery>,
  keyOf: (item: T) => string,
): { items: T[]; nextCursor: string | null } {
  const after = cursor === undefined ? '' : readKey(cursor);
  const rest = items.filter((item) => keyOf(item) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const more = rest.length > limit && last !== undefined;
  return { items: page, nextCursor: more ? Buffer.from(`k:${keyOf(last)}`).toString('base64url') : null };
}

function readKey(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (text.startsWith('k:')) return text.slice(2);
  throw problem('invalid', 'This cursor is not one of ours.', [
    { pointer: '/cursor', message: 'Start without it.' },
  ]);
}
