import { z } from 'zod';
import { says } from '../refusals/says.js';
import { emailSchema, stateSchema } from '../requests/submission.schema.js';
import { lineSchema, optionalLineSchema, textSchema } from '../text/typed.schema.js';

/**
 * A registration for a series as sent in. A missing employer or state of licensure is accepted here: it
 * becomes a reason for a person on staff to look at (api.md "Fine print").
 */
export const registrationSchema = z.strictObject({
  series: lineSchema(60),
  name: lineSchema(200),
  email: emailSchema,
  role: lineSchema(60, { missing: says('your-role') }),
  licensedIn: z
    .array(stateSchema)
    .max(60)
    .nullish()
    .transform((states) => [...new Set(states ?? [])]),
  employer: optionalLineSchema(200),
  /** Attested: practices law or supports who does, or works with survivors, at present. Left out: not said. */
  activelyPracticing: z
    .boolean(says('true-or-false'))
    .nullish()
    .transform((value) => value ?? undefined),
});

export type Registration = z.infer<typeof registrationSchema>;

const reason = textSchema(2_000, { missing: says('say-why') }).optional();

/** What a person decides about a registration. The reason is told to the registrant. */
export const registrationDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('approve'), reason }),
    z.strictObject({ kind: z.literal('deny'), reason }),
    z.strictObject({ kind: z.literal('revoke'), reason }),
  ],
  says('name-a-decision'),
);

export type RegistrationDecision = z.infer<typeof registrationDecisionSchema>;
