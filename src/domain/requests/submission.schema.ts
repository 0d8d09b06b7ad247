import { z } from 'zod';
import { EMAIL_ADDRESS, MAX_EMAIL_ADDRESS } from '../mail/address.js';
import { says } from '../refusals/says.js';
import { lineSchema, textSchema } from '../text/typed.schema.js';

/** Upper bound of one free text, in characters. */
export const MAX_TEXT = 20_000;

/** Left out, null and undefined are the same. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

export const emailSchema = z
  .string()
  .trim()
  .max(MAX_EMAIL_ADDRESS, says('too-long', { max: MAX_EMAIL_ADDRESS }))
  .pipe(z.email({ pattern: EMAIL_ADDRESS, error: says('email') }))
  .transform((value) => value.toLowerCase())
  .meta({ format: 'email', pattern: EMAIL_ADDRESS.source });

/** Years of other centuries are slips; how far from today a date may lie is each use's own rule. */
export const isoDateSchema = z.iso
  .date(says('date'))
  .refine((date) => date >= '1970-01-01' && date <= '2199-12-31', says('year'));

export const STATE_CODES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'.split(
    ' ',
  );

export const stateSchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine((value) => STATE_CODES.includes(value), says('state-code'))
  .meta({ enum: STATE_CODES });

export const DOCUMENT_KINDS = [
  't-visa-rfe',
  't-visa-denial',
  't-visa-appeal',
  't-visa-initial-declaration',
  'emp-worksheet',
  'post-conviction-relief-statement',
  'victims-compensation',
  'other-document',
] as const;

export const REQUEST_KINDS = [
  'case-consultation',
  'general-information',
  'trafficking-analysis',
  'document-review',
] as const;

export const requesterSchema = z.strictObject({
  name: lineSchema(200),
  email: emailSchema,
  role: lineSchema(60, { missing: says('your-role') }),
  organization: absent(lineSchema(200)),
  state: absent(stateSchema),
  licensedIn: z.array(stateSchema).max(60).default([]),
  ovcGrantee: z.boolean().default(false),
});

export const supervisorSchema = z.strictObject({
  name: lineSchema(200),
  email: emailSchema,
  role: lineSchema(60, { missing: says('supervisors-role') }),
});

export const courtDateSchema = z.strictObject({
  kind: z.enum(['court', 'filing'], says('court-or-filing')),
  date: isoDateSchema,
});

/**
 * Answers that are kept as they are, each in the request's column of its name, and shown to staff. Choices and codes
 * only: what could tell of a client is a text of the case. Each has a default, for an older form and a question for a
 * call didn't ask.
 */
export const keptAnswersSchema = z.object({ reviewedResources: z.boolean().default(false) });
export type KeptAnswers = z.infer<typeof keptAnswersSchema>;
export const KEPT_ANSWERS = keptAnswersSchema.keyof().options;
export const NOT_ASKED: KeptAnswers = keptAnswersSchema.parse({} satisfies z.input<typeof keptAnswersSchema>);

/** Those of a submission, or of a row. */
export const keptAnswersOf = (from: KeptAnswers): KeptAnswers =>
  Object.fromEntries(KEPT_ANSWERS.map((name) => [name, from[name]])) as KeptAnswers;

/** A TA request as submitted. Roles, kinds and topics are checked against the program in `intake`. */
export const submissionSchema = z.strictObject({
  requester: requesterSchema,
  supervisor: absent(supervisorSchema),
  kind: z.enum(REQUEST_KINDS, says('kind-of-request')),
  documentKind: absent(z.enum(DOCUMENT_KINDS, says('document-to-review'))),
  tVisaRelated: absent(z.boolean()),
  topics: z.array(lineSchema(60)).min(1, says('a-topic')).max(20),
  clientAlias: absent(lineSchema(40)),
  facts: textSchema(MAX_TEXT),
  questions: textSchema(MAX_TEXT),
  courtOrFilingDeadline: absent(courtDateSchema),
  ...keptAnswersSchema.shape,
  acknowledgesScope: z.literal(true, says('read-the-scope')),
});

export type Submission = z.infer<typeof submissionSchema>;
