import { z } from 'zod';
import { EMAIL_ADDRESS, MAX_EMAIL_ADDRESS } from '../mail/address.js';

/** Upper bound of one free text, in characters. */
export const MAX_TEXT = 20_000;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Enter something here.')
    .max(max, `Use at most ${max} characters.`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'Remove line breaks and control characters.');

const text = (max: number) =>
  z.string().trim().min(1, 'Enter something here.').max(max, `Use at most ${max} characters.`);

/** Left out, null and undefined are the same. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

export const emailSchema = z
  .string()
  .trim()
  .max(MAX_EMAIL_ADDRESS, `Use at most ${MAX_EMAIL_ADDRESS} characters.`)
  .pipe(z.email({ pattern: EMAIL_ADDRESS, error: 'Enter an e-mail address, like name@example.org.' }))
  .transform((value) => value.toLowerCase());

/** Years of other centuries are slips; how far from today a date may lie is each use's own rule. */
export const isoDateSchema = z.iso
  .date('Enter a real date as yyyy-mm-dd.')
  .refine((date) => date >= '1970-01-01' && date <= '2199-12-31', 'Give a year from 1970 to 2199.');

export const STATE_CODES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'.split(
    ' ',
  );

export const stateSchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine((value) => STATE_CODES.includes(value), 'Use a two-letter state or territory code, like CA.');

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
  name: line(200),
  email: emailSchema,
  role: z.string().trim().min(1, 'Choose your role.').max(60),
  organization: absent(line(200)),
  state: absent(stateSchema),
  licensedIn: z.array(stateSchema).max(60).default([]),
  ovcGrantee: z.boolean().default(false),
});

export const supervisorSchema = z.strictObject({
  name: line(200),
  email: emailSchema,
  role: z.string().trim().min(1, 'Choose the supervisor’s role.').max(60),
});

export const courtDeadlineSchema = z.strictObject({
  kind: z.enum(['court', 'filing'], 'Choose court or filing.'),
  date: isoDateSchema,
});

/** A TA request as submitted. Roles, kinds and topics are checked against the program in `intake`. */
export const submissionSchema = z.strictObject({
  requester: requesterSchema,
  supervisor: absent(supervisorSchema),
  kind: z.enum(REQUEST_KINDS, 'Choose a kind of request.'),
  documentKind: absent(z.enum(DOCUMENT_KINDS, 'Choose the document to review.')),
  tVisaRelated: absent(z.boolean()),
  topics: z.array(z.string().trim().min(1).max(60)).min(1, 'Choose at least one topic.').max(20),
  clientAlias: absent(line(40)),
  facts: text(MAX_TEXT),
  questions: text(MAX_TEXT),
  courtOrFilingDeadline: absent(courtDeadlineSchema),
  reviewedResources: z.boolean().default(false),
  acknowledgesScope: z.literal(true, 'Confirm that you have read what written assistance covers.'),
});

export type Submission = z.infer<typeof submissionSchema>;
