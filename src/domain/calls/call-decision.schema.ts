import { z } from 'zod';
import { says } from '../refusals/says.js';
import { MAX_TEXT } from '../requests/submission.schema.js';
import { optionalLineSchema, textSchema } from '../text/typed.schema.js';
import { instantSchema } from '../time/instant.schema.js';
import { PUBLIC_REASONS } from './public-reason.js';

const words = textSchema(MAX_TEXT);

/** What staff decide about a call. Free text is sealed before anything else happens. */
export const callDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('select'),
      questionIds: z.array(z.uuid(says('question-id'))).max(50),
    }),
    z.strictObject({
      kind: z.literal('cancel'),
      reason: words,
      /** What registrants and the public page are told; the reason itself stays with staff. */
      publicReason: z.enum(PUBLIC_REASONS, says('public-reason')).optional(),
    }),
    z.strictObject({ kind: z.literal('reschedule'), startsAt: instantSchema }),
    z.strictObject({ kind: z.literal('confirm') }),
    z.strictObject({ kind: z.literal('publish-recap'), body: words }),
  ],
  says('name-a-decision'),
);
export type CallDecision = z.infer<typeof callDecisionSchema>;

/** Who was there, by hand or from another system. Zoom's CSV is read into the same rows. */
export const attendanceSchema = z
  .array(
    z.strictObject({
      email: optionalLineSchema(254).transform((value) => value?.toLowerCase() ?? null),
      name: optionalLineSchema(200).transform((value) => value ?? ''),
      joinedAt: instantSchema,
      leftAt: instantSchema.nullish(),
      registrantId: optionalLineSchema(200).transform((value) => value ?? null),
    }),
  )
  .min(1, says('nobody-named'))
  .max(10_000);
export type AttendanceInput = z.infer<typeof attendanceSchema>;
