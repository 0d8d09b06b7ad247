import { z } from 'zod';
import { cleanLine } from '../../domain/text/clean.js';

// What we ask for and read of a signup, and no more of it.

const address = z
  .string()
  .nullish()
  .transform((value) => cleanLine(value ?? '', 500).toLowerCase() || null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/**
 * Consent must be there to be believed: an answer without it is malformed, not a yes. `unsubscribed_at` counts as
 * there when it is null.
 */
export const signup = z
  .object({
    id: z.union([z.string().min(1), z.int()]).transform(String),
    attributes: z.object({
      email: address,
      email1: address,
      email2: address,
      email3: address,
      email4: address,
      email1_is_bad: z.boolean(),
      email2_is_bad: flag,
      email3_is_bad: flag,
      email4_is_bad: flag,
      email_opt_in: z.boolean(),
      do_not_contact: z.boolean(),
      unsubscribed_at: z.string().nullable(),
      updated_at: z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString()),
    }),
  })
  .transform(({ id, attributes }) => ({ id, ...attributes }));
export type Signup = z.output<typeof signup>;

/** `fields[signups]` of every question. */
export const SIGNUP_FIELDS = [
  'email',
  'email1',
  'email2',
  'email3',
  'email4',
  'email1_is_bad',
  'email2_is_bad',
  'email3_is_bad',
  'email4_is_bad',
  'email_opt_in',
  'do_not_contact',
  'unsubscribed_at',
  'updated_at',
].join(',');

export const oneSignup = z.object({ data: signup });

export const signupPage = z.object({
  data: z.array(signup),
  links: z.object({ next: z.string().nullish() }).nullish(),
});

export const oauthAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive(),
});
