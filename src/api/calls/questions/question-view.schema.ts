import { z } from 'zod';
import { QUESTION_STATUSES } from '../../../domain/calls/handover.js';
import { QUESTION_ABOUT } from '../../../domain/program/call-series.schema.js';

/** A question as its asker and staff see it. */
export const questionViewSchema = z.object({
  id: z.uuid(),
  callId: z.string(),
  status: z.enum(QUESTION_STATUSES),
  askedAt: z.iso.datetime(),
  asker: z.object({
    name: z.string(),
    email: z.string(),
    role: z.string(),
    organization: z.string().nullable(),
  }),
  supervisor: z.object({ name: z.string(), email: z.string(), role: z.string() }).nullable(),
  question: z.string(),
  questionAbout: z.enum(QUESTION_ABOUT),
  needsLegalAnalysis: z.boolean(),
  empWorksheetCompleted: z.boolean(),
  convertIfUnselected: z.boolean(),
  /** Becomes a TA request by itself then. */
  convertsAt: z.iso.datetime().nullable(),
  /** The TA request it has become. */
  requestId: z.uuid().nullable(),
  /** Staff proposed to move it to a call that takes such questions; null: nobody did. */
  proposedMove: z
    .object({ to: z.string(), askedAt: z.iso.datetime(), answer: z.enum(['agreed', 'declined']).nullable() })
    .nullable(),
  version: z.int(),
  links: z.object({ self: z.string(), call: z.string(), request: z.string().nullable() }),
});
export type QuestionView = z.infer<typeof questionViewSchema>;
