import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { emailSchema } from '../../domain/requests/submission.schema.js';
import { shownCode, shownEmail, shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema, optionalLineSchema } from '../../domain/text/typed.schema.js';

/** The id of a list, never words: it is kept in plain. */
const LIST_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const list = lineSchema(60).regex(LIST_ID, says('list-id')).meta({ maxLength: 60, pattern: LIST_ID.source });

const lists = z
  .array(list)
  .max(20, says('lists-at-most', { max: 20 }))
  .nullish()
  .transform((value) => [...new Set(value ?? [])]);

/** Who wants mail about the calls. `lists` are ids of series; none means all of them. */
export const subscriptionSchema = z.strictObject({
  email: emailSchema,
  name: optionalLineSchema(200),
  lists,
  emailUpdates: z.boolean(says('true-or-false')),
});
export type SubscriptionInput = z.infer<typeof subscriptionSchema>;

/** Strangers learn nothing about an address: to them every answer reads `pending`. */
export const subscriptionViewSchema = z.object({
  id: z.uuid().nullable(),
  email: shownEmail,
  name: shownWords(200).nullable(),
  lists: z.array(shownCode).max(20),
  emailUpdates: z.boolean(),
  status: z.enum(['pending', 'confirmed', 'unsubscribed']),
  suppressed: z.enum(['bounce', 'complaint']).nullable(),
});
export type SubscriptionView = z.infer<typeof subscriptionViewSchema>;

export const suppressionSchema = z.strictObject({
  email: emailSchema,
  reason: z.enum(['bounce', 'complaint'], says('bounce-or-complaint')),
});

export const confirmationSchema = z.strictObject({ token: lineSchema(200) });

export const subscriptionStateSchema = z.object({ status: z.enum(['confirmed', 'unsubscribed']) });
export const suppressedSchema = z.object({ email: shownEmail, suppressed: z.boolean() });
