import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { REQUEST_STATUSES } from '../../domain/requests/statuses.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { cursorSchema, instantKey } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Not statuses, but asked for like them: somebody waits for a reply, or for a word on reopening. */
export const WAITS_FOR_STAFF = ['message-waiting', 'reopening-asked'] as const;

const KEYS = ['target', 'due', 'received', 'priority'] as const;
export type SortKey = (typeof KEYS)[number];
const STATUSES = [...REQUEST_STATUSES, 'open', ...WAITS_FOR_STAFF] as const;
const SORTS = [...KEYS, '-target', '-due', '-received', '-priority'] as const;

/** Query of the request list; several statuses are separated by commas. */
export const listQuerySchema = z.strictObject({
  status: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(STATUSES, says('request-status'))).max(30))
    .meta({ pattern: `^(${STATUSES.join('|')})(,(${STATUSES.join('|')})){0,29}$` })
    .optional(),
  /** Staff e-mail, `me` or `none`. */
  assignee: lineSchema(254).optional(),
  due: z.enum(['overdue', 'today', 'week'], says('due-filter')).optional(),
  urgent: flag.optional(),
  q: lineSchema(200).optional(),
  /** What to sort by, soonest first; a minus turns it around. */
  sort: z.enum(SORTS, says('use-one-of', { choices: SORTS })).default('target'),
  cursor: cursorSchema,
  limit: limitSchema,
});

export type ListQuery = z.infer<typeof listQuerySchema>;

/** Sorted last: what has no date. */
export const END_OF_TIME = 'infinity';

/** What a cursor of this order must hold: the key; what is equal by it stands by receipt, then by id. */
export const placeIn = (sort: ListQuery['sort']) => z.tuple([keyOf(sort), instantKey(3), z.uuid()]);

function keyOf(sort: ListQuery['sort']): z.ZodType<string, string> {
  return sort.endsWith('priority')
    ? z.string().regex(/^[012]\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/)
    : z.union([z.literal(END_OF_TIME), instantKey(6)]);
}
