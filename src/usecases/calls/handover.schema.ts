import { z } from 'zod';
import { supervisorSchema } from '../../domain/requests/submission.schema.js';
import { shownReference } from '../../domain/text/shown.schema.js';

/** Who supervises the asker, where their role needs it and the question named nobody. */
export const handoverSchema = z.strictObject({
  supervisor: supervisorSchema.nullish().transform((value) => value ?? undefined),
});
export type Handover = z.infer<typeof handoverSchema>;

export const handedOverSchema = z.object({
  requestId: z.uuid(),
  reference: shownReference,
  questionId: z.uuid(),
});
export type HandedOver = z.infer<typeof handedOverSchema>;
