import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/people/actor.js';
import { says } from '../../domain/refusals/says.js';
import { emailSchema } from '../../domain/requests/submission.schema.js';
import { shownCount, shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { SPREAD } from '../requests/spread.js';

const nameSchema = lineSchema(200, { missing: says('name-needed') });

export const staffUserSchema = z.object({
  name: nameSchema,
  email: z.string().trim().min(1, says('email-needed')).pipe(emailSchema),
  role: z.enum(STAFF_ROLES, says('role-needed')),
});

const takerSchema = z.union([z.literal(SPREAD), emailSchema]);

/** The e-mail stays: it is how they sign in, and who did what hangs on the row. */
export const staffChangeSchema = z.object({
  name: nameSchema,
  role: z.enum(STAFF_ROLES, says('role-needed')),
  active: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  /** Kept from signing in at once, whatever is open of theirs. */
  leavesWork: z
    .enum(['yes', ''])
    .default('')
    .transform((value) => value === 'yes'),
  /** Who gets what is open of theirs: somebody's address, or `spread`, each to whoever has least. */
  to: takerSchema.optional(),
});

/** Over the API: somebody is kept from signing in. */
export const deactivationSchema = z.strictObject({
  to: takerSchema.optional(),
  leavesWork: z.boolean().default(false),
});

export type Deactivation = z.output<typeof deactivationSchema>;
export type StaffUser = z.infer<typeof staffUserSchema>;
export type StaffChange = z.infer<typeof staffChangeSchema>;

/** Somebody who is or was on staff, for whoever looks after them. */
export const staffViewSchema = z.strictObject({
  id: z.uuid(),
  name: shownWords(200),
  email: z.string().max(254),
  role: z.enum(STAFF_ROLES),
  /** May sign in. */
  active: z.boolean(),
  /** Open requests they hold. */
  open: shownCount,
});
export type StaffView = z.infer<typeof staffViewSchema>;
