import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { ok, type Result, refuse, wrongAt } from '../../domain/result.js';

/** Opaque place in a list, as `nextCursor` gave it. */
export const cursorSchema = z
  .string()
  .max(500)
  .regex(/^[\w-]+$/, says('use-next-cursor'))
  .optional();

/**
 * The cursor of one list in one order: the key of the last item shown. One of another list or order is refused, for
 * its key would be compared with keys of another kind.
 */
export function cursorOf<K extends z.ZodType>(list: string, key: K) {
  const whole = z.tuple([z.literal(list), key]);
  return {
    write: (last: z.input<K>): string => Buffer.from(JSON.stringify([list, last])).toString('base64url'),
    /** Null: from the beginning. Refuses `invalid`. */
    read(cursor: string | undefined): Result<z.output<K> | null> {
      if (cursor === undefined) return ok(null);
      const read = whole.safeParse(jsonIn(cursor));
      if (read.success) return ok(read.data[1] as z.output<K>);
      return refuse('cursor-of-another-list', [wrongAt('/cursor', 'start-without-cursor')]);
    },
  };
}

/** An instant of a year that the database knows too. */
export const instantKey = (precision: number) => z.iso.datetime({ precision }).regex(/^[12]/);

/** An instant and the id behind it, which decides between equals. */
export const instantAndId = z.tuple([instantKey(3), z.uuid()]);

/** An instant and the number behind it, of a record that counts its rows. */
export const instantAndNumber = z.tuple([instantKey(3), z.string().regex(/^\d{1,19}$/)]);

const place = z.int().min(0).max(2_147_483_647);

/** Where an event stands in its request. */
export const episodeAndSeq = z.tuple([place, place]);

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
