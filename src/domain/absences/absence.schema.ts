import { z } from 'zod';
import { says } from '../refusals/says.js';
import { emailSchema, isoDateSchema } from '../requests/submission.schema.js';
import { COVERS } from './absence-statuses.js';

const terms = {
  firstDay: isoDateSchema,
  lastDay: isoDateSchema,
  /** The e-mail of whoever stands in. */
  standIn: emailSchema,
  /** All that is open is handed over, or what is due meanwhile; or it stays, and the stand-in gets the mails about it. */
  work: z.enum(COVERS, says('absence-work')),
  /** What was handed over comes back at the return, if it is still open and with the stand-in. */
  takeBack: z.boolean(),
};

/** Somebody is away. Without `person` whoever asks. */
export const absenceOpeningSchema = z.strictObject({
  ...terms,
  person: emailSchema.optional(),
  work: terms.work.default('all'),
  takeBack: terms.takeBack.default(true),
});
export type AbsenceOpening = z.infer<typeof absenceOpeningSchema>;

/** What is decided about a time away. */
export const absenceDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('change'),
      firstDay: terms.firstDay.optional(),
      lastDay: terms.lastDay.optional(),
      standIn: terms.standIn.optional(),
      work: terms.work.optional(),
      takeBack: terms.takeBack.optional(),
    }),
    z.strictObject({ kind: z.literal('cancel') }),
    z.strictObject({ kind: z.literal('end') }),
  ],
  says('name-a-decision'),
);
export type AbsenceDecision = z.infer<typeof absenceDecisionSchema>;
