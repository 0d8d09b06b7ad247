import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/people/actor.js';
import { KEY_DAYS, KEY_STATES, OVERLAP_HOURS } from '../../domain/people/key-terms.js';
import { says } from '../../domain/refusals/says.js';
import { emailSchema } from '../../domain/requests/submission.schema.js';
import { shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { KEY_SCOPES } from './create-key.js';

const whole = (from: number, through: number) => {
  const words = says('whole-number', { from, through });
  return z.int(words).min(from, words).max(through, words);
};

const days = whole(1, KEY_DAYS.most);

/** What is said of a key that is made. */
export const newKeySchema = z.strictObject({
  name: lineSchema(200, { missing: says('key-name-needed') }),
  role: z.enum(STAFF_ROLES, says('role-needed')),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1)
    .max(KEY_SCOPES.length)
    .default([...KEY_SCOPES]),
  /** Whoever answers for it: one of the staff, by address. Absent: whoever makes it. */
  owner: emailSchema.optional(),
  /** How long it lives. */
  days: days.default(KEY_DAYS.usual),
});

export const rotationSchema = z.strictObject({
  /** From now. */
  days: days.default(KEY_DAYS.usual),
  /** How long its secret of before still works; 0: not any more. */
  overlapHours: whole(0, OVERLAP_HOURS.most).default(OVERLAP_HOURS.usual),
});

export type NewKey = z.output<typeof newKeySchema>;
export type Rotation = z.output<typeof rotationSchema>;

const at = z.iso.datetime();

/** What is known of a key; its secret is nowhere. */
export const keyViewSchema = z.strictObject({
  id: z.uuid(),
  name: shownWords(200),
  /** What the key begins with. */
  prefix: z.string().max(20),
  role: z.enum(STAFF_ROLES),
  scopes: z.array(z.enum(KEY_SCOPES)).max(KEY_SCOPES.length),
  /** Null: made at the machine while nobody was an admin. */
  owner: z.strictObject({ id: z.uuid(), name: shownWords(200), email: z.string().max(254) }).nullable(),
  state: z.enum(KEY_STATES),
  createdAt: at,
  expiresAt: at,
  lastUsedAt: at.nullable(),
  revokedAt: at.nullable(),
  /** Until then its secret of before the last rotation works as well. */
  overlapUntil: at.nullable(),
});
export type KeyView = z.infer<typeof keyViewSchema>;

/** A key that was made or rotated: this once with its secret, which a repeat of the call doesn't say again. */
export const madeKeySchema = keyViewSchema.extend({
  secret: z
    .string()
    .max(100)
    .regex(/^tad_\w+$|^tad_[\w-]+$/)
    .nullable(),
});
export type MadeKey = z.infer<typeof madeKeySchema>;
