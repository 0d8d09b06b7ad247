import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { REQUEST_STATUSES } from '../../domain/requests/statuses.js';
import { WAITING_ON } from '../../domain/requests/waiting-on.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { cursorSchema, instantKey } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Not statuses, but asked for like them: somebody waits for a reply, for a word on reopening, or for a follow-up’s answer. */
export const WAITS_FOR_STAFF = ['message-waiting', 'reopening-asked', 'follow-up-open'] as const;

const KEYS = ['target', 'due', 'received', 'priority', 'requester', 'assignee', 'standing'] as const;
export type SortKey = (typeof KEYS)[number];
const STATUSES = [...REQUEST_STATUSES, 'open', ...WAITS_FOR_STAFF] as const;
export const SORTS = [...KEYS, ...KEYS.map((key) => `-${key}` as const)] as const;
/** Follow-up tasks: open, or due by now. */
export const TASK_FILTERS = ['open', 'due'] as const;
/** How the supervisor stands; `not-needed`: none was asked for. */
export const SUPERVISOR_STANDS = ['unconfirmed', 'confirmed', 'refused', 'not-needed'] as const;

/** The id of something in the program file; of one that it has no longer, older requests are found. */
const code = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, says('program-id'));

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
  /** The next seven days, or the seven after. */
  due: z.enum(['overdue', 'today', 'week', 'next-week'], says('due-filter')).optional(),
  /** Requests with an open follow-up task, or with one that is due today or overdue. */
  tasks: z.enum(TASK_FILTERS, says('use-one-of', { choices: TASK_FILTERS })).optional(),
  /** Whose the task is: staff e-mail or `me`. */
  taskOf: lineSchema(254).optional(),
  urgent: flag.optional(),
  q: lineSchema(200).optional(),
  kind: code.optional(),
  documentKind: code.optional(),
  topic: code.optional(),
  /** Where the requester works. */
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, says('state-code'))
    .optional(),
  escalated: flag.optional(),
  supervisor: z.enum(SUPERVISOR_STANDS, says('use-one-of', { choices: SUPERVISOR_STANDS })).optional(),
  waitingOn: z.enum(WAITING_ON, says('use-one-of', { choices: WAITING_ON })).optional(),
  /** What to sort by, soonest first; a minus turns it around: `-standing` begins with what waits for the requester. */
  sort: z.enum(SORTS, says('use-one-of', { choices: SORTS })).default('target'),
  cursor: cursorSchema,
  limit: limitSchema,
});

export type ListQuery = z.infer<typeof listQuerySchema>;

/** Sorted last: what has no date. */
export const END_OF_TIME = 'infinity';
/** As many letters of a name as the order looks at. */
const NAME_LETTERS = 40;

/** What a cursor of this order must hold: the key; what is equal by it stands by receipt, then by id. */
export const placeIn = (sort: ListQuery['sort']) => z.tuple([keyOf(sort), instantKey(3), z.uuid()]);

function keyOf(sort: ListQuery['sort']): z.ZodType<string, string> {
  if (sort.endsWith('standing')) return z.enum(['0', '1', '2', '3']);
  if (/requester|assignee/.test(sort)) {
    return z
      .string()
      .max(2 * NAME_LETTERS)
      .refine((name) => !name.includes('\0'));
  }
  return sort.endsWith('priority')
    ? z.string().regex(/^[012]\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/)
    : z.union([z.literal(END_OF_TIME), instantKey(6)]);
}
