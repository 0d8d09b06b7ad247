import { z } from 'zod';
import { QUESTION_ABOUT } from '../program/call-series.schema.js';
import { says } from '../refusals/says.js';
import { emailSchema, MAX_TEXT, supervisorSchema } from '../requests/submission.schema.js';
import { lineSchema, optionalLineSchema, textSchema } from '../text/typed.schema.js';

const flag = z.boolean(says('true-or-false')).default(false);

const shape = {
  /** Named by roles that need one, so that an unselected question can become a TA request. */
  supervisor: supervisorSchema.nullish().transform((value) => value ?? undefined),
  question: textSchema(MAX_TEXT, { missing: says('your-question') }),
  needsLegalAnalysis: flag,
  empWorksheetCompleted: flag,
  /** Agrees that an unselected question becomes a TA request by itself. */
  convertIfUnselected: flag,
  /** Left out: what the call is about. */
  questionAbout: z
    .enum(QUESTION_ABOUT, says('question-about'))
    .nullish()
    .transform((value) => value ?? undefined),
};

const askerSchema = z.strictObject({
  name: lineSchema(200),
  email: emailSchema,
  role: lineSchema(60, { missing: says('your-role') }),
  organization: optionalLineSchema(200),
});

/** A question for one call, asked ahead. Eligibility and topic are `refuseQuestion`'s. */
export const questionSchema = z.strictObject({ asker: askerSchema, ...shape });
export type Question = z.infer<typeof questionSchema>;

/** The question as it shall read from now on. Who asked stays as it was; sent again it is ignored. */
export const questionEditSchema = z.strictObject({ asker: askerSchema.optional(), ...shape });
export type QuestionEdit = z.infer<typeof questionEditSchema>;

/** Staff move a question, with a consent they were given, or ask its asker first. */
export const questionMoveSchema = z.strictObject({
  /** Id of the call. */
  to: lineSchema(60),
  consent: z.enum(['given', 'ask'], says('given-or-ask')),
});

/** What the asker says to a proposed move. */
export const moveAnswerSchema = z.strictObject({
  answer: z.enum(['agree', 'decline'], says('agree-or-decline')),
});

/** Which organization a question counts for. */
export const questionOrganizationSchema = z.strictObject({ name: lineSchema(200) });
