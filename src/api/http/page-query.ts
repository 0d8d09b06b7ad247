import { z } from 'zod';

/** `limit` of a list: 1 to 100. */
export const limitSchema = z
  .string()
  .regex(/^\d{1,3}$/, 'Give a whole number from 1 to 100.')
  .transform(Number)
  .pipe(z.int().min(1, 'Give a whole number from 1 to 100.').max(100, 'Give a whole number from 1 to 100.'))
  .optional();

/** Opaque place in a list, as `nextCursor` gave it. */
export const cursorSchema = z
  .string()
  .max(300)
  .regex(/^[\w-]+$/, 'Use nextCursor of the answer before.')
  .optional();

export function writeCursor(key: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Instant and id of the last item; null when the cursor wasn't made here. */
export function readCursor(cursor: string): readonly [string, string] | null {
  const key = z.tuple([z.iso.datetime(), z.uuid()]);
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
