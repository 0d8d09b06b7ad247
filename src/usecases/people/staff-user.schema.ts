import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/people/actor.js';
import { says } from '../../domain/refusals/says.js';
import { emailSchema } from '../../domain/requests/submission.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';

const nameSchema = lineSchema(200, { missing: says('name-needed') });

export const staffUserSchema = z.object({
  name: nameSchema,
  email: z.string().trim().min(1, says('email-needed')).pipe(emailSchema),
  role: z.enum(STAFF_ROLES, says('role-needed')),
});

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
});

export type StaffUser = z.infer<typeof staffUserSchema>;
export type StaffChange = z.infer<typeof staffChangeSchema>;
