import { z } from 'zod';
import { QUESTION_ABOUT } from '../program/call-series.schema.js';
import { emailSchema, MAX_TEXT, supervisorSchema } from '../requests/submission.schema.js';
import { lineSchema, optionalLineSchema } from './line.schema.js';

const flag = z.boolean('Say true or false.').default(false);

const shape = {
  /** Named by roles that need one, so that an unselected question can become a TA request. */
  supervisor: supervisorSchema.nullish().transform((value) => value ?? undefined),
  question: z
    .string()
    .trim()
    .min(1, 'Enter your question.')
    .max(MAX_TEXT, `Use at most ${MAX_TEXT} characters.`),
  needsLegalAnalysis: flag,
  empWorksheetCompleted: flag,
  /** Agrees that an unselected question becomes a TA request by itself. */
  convertIfUnselected: flag,
  /** Left out: what the call is about. */
  questionAbout: z
    .enum(QUESTION_ABOUT, 'Choose trafficking-analysis, general-legal or non-legal.')
    .nullish()
    .transform((value) => value ?? undefined),
};

const askerSchema = z.strictObject({
  name: lineSchema(200),
  email: emailSchema,
  role: z.string().trim().min(1, 'Choose your role.').max(60),
  organization: optionalLineSchema(200),
});

/** A question for one call, asked ahead. Eligibility and topic are `refuseQuestion`'s. */
export const questionSchema = z.strictObject({ asker: askerSchema, ...shape });
export type Question = z.infer<typeof questionSchema>;

/** The question as it shall read from now on. Who asked stays as it was; sent again it is ignored. */
export const questionEditSchema = z.strictObject({ asker: askerSchema.optional(), ...shape });
export type QuestionEdit = z.infer<typeof questionEditSchema>;
