import { z } from 'zod';
import { MOST_MENTIONED } from '../people/mentions.js';
import { says } from '../refusals/says.js';
import { textSchema } from '../text/typed.schema.js';
import { DECLINE_POLICIES } from './decisions/decline.js';
import { REDIRECTIONS } from './decisions/redirect.js';
import {
  courtDateSchema,
  DOCUMENT_KINDS,
  emailSchema,
  isoDateSchema,
  MAX_TEXT,
  REQUEST_KINDS,
  supervisorSchema,
} from './submission.schema.js';
import { MAX_TASK_TEXT } from './tasks.js';

/** Whether the answer answered what was asked. */
export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no'] as const;

const words = textSchema(MAX_TEXT);

const forCase = words.describe('Read by the requester and by a supervisor who has confirmed.');
const forStaff = words.describe('Read by staff only.');
const draft = words.describe('Read by staff only until it is sent.');

/** What the text of an answer was begun from. */
const base = z
  .uuid(says('version-of-answer'))
  .nullable()
  .optional()
  .describe(
    'Id of the version of the answer that the text was begun from; null: there was none. Where another one with other words was saved since, 409. Left out, nothing is compared.',
  );

/** What is to be done: a few lines, for the case is told elsewhere. */
const taskWords = textSchema(MAX_TASK_TEXT).describe('Read by staff only.');
const taskDate = isoDateSchema.describe('A business day, from today to two years ahead.');
const orStandIn = z
  .boolean()
  .optional()
  .describe(
    'If they are away: true, to whoever stands in; false, to them all the same; left out, to whoever stands in if the rest of their work went there.',
  );
const taskId = z.uuid(says('an-open-task'));

/** Checked against the program. */
const programId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/, says('program-id'));

/** What staff decide about a request. One object per kind; free text is sealed before anything else happens. */
export const decisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('assign'),
      to: emailSchema,
      orStandIn,
    }),
    z.strictObject({ kind: z.literal('request-information'), question: forCase }),
    z.strictObject({
      kind: z.literal('redirect'),
      to: z.enum(REDIRECTIONS),
      /** Needed where nothing else says what to do. */
      note: forCase.optional(),
      /** With `resources`: ids of the program; left out, those on the request's topics. */
      resources: z
        .array(programId)
        .max(20, says('at-most-picked', { max: 20 }))
        .optional(),
      /** With `workshop`: id of the program; left out, all of them. */
      workshop: programId.optional(),
    }),
    z.strictObject({ kind: z.literal('decline'), reason: forCase, policy: z.enum(DECLINE_POLICIES) }),
    z.strictObject({
      kind: z.literal('extend'),
      businessDays: z
        .int(says('business-days'))
        .min(1, says('at-least', { min: 1 }))
        .max(260, says('at-most', { max: 260 })),
      reason: forCase,
    }),
    z.strictObject({ kind: z.literal('draft-response'), body: draft, base }),
    z.strictObject({ kind: z.literal('answer-follow-up'), body: draft, base }),
    z.strictObject({
      kind: z.literal('submit-for-review'),
      body: draft
        .optional()
        .describe('Saved and submitted at once; left out, the last version is submitted.'),
      base,
    }),
    z.strictObject({
      kind: z.literal('return-response'),
      note: forStaff,
      body: draft.optional().describe('The answer as the reviewer changed it; left out, it stays as it is.'),
      base,
    }),
    z.strictObject({ kind: z.literal('send-response') }),
    z.strictObject({ kind: z.literal('merge'), into: z.uuid(says('request-to-merge-into')) }),
    z.strictObject({ kind: z.literal('reprioritise'), urgent: z.boolean(), reason: forStaff }),
    z.strictObject({ kind: z.literal('close') }),
    z.strictObject({ kind: z.literal('reopen'), reason: forStaff }),
    z.strictObject({ kind: z.literal('refuse-reopening'), reason: forCase }),
    z.strictObject({
      kind: z.literal('note'),
      body: forStaff,
      mentions: z
        .array(z.uuid())
        .max(MOST_MENTIONED, says('at-most-picked', { max: MOST_MENTIONED }))
        .optional()
        .describe('Ids of staff who are told of it, beside those it names behind an @.'),
    }),
    z.strictObject({
      kind: z.literal('add-task'),
      what: taskWords,
      /** E-mail of a member of staff. */
      to: emailSchema,
      orStandIn,
      dueOn: taskDate,
    }),
    z.strictObject({
      kind: z.literal('change-task'),
      task: taskId,
      what: taskWords.optional(),
      to: emailSchema.optional(),
      orStandIn,
      dueOn: taskDate.optional(),
    }),
    z.strictObject({ kind: z.literal('finish-task'), task: taskId }),
    z.strictObject({ kind: z.literal('cancel-task'), task: taskId }),
    z.strictObject({ kind: z.literal('reply'), body: forCase }),
    z.strictObject({
      kind: z.literal('reclassify'),
      // The body's own `kind` names the decision, so the new kind of request comes as `requestKind`;
      // either it or the document may stay as it is.
      requestKind: z.enum(REQUEST_KINDS).optional(),
      documentKind: z.enum(DOCUMENT_KINDS).nullish(),
      tVisaRelated: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('change-deadline'),
      courtOrFilingDeadline: courtDateSchema.nullable(),
    }),
  ],
  says('name-a-decision'),
);
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionKind = Decision['kind'];

export const informationSchema = z.strictObject({
  answer: words,
  /** Names another supervisor after one has refused. */
  supervisor: supervisorSchema.optional(),
});
export type Information = z.infer<typeof informationSchema>;
export const supervisorConfirmationSchema = z.strictObject({
  confirms: z.boolean(),
  knows: z
    .boolean()
    .optional()
    .describe('False, with a no: they don’t know who named them, and directors hear of it.'),
});
export type SupervisorAnswer = z.infer<typeof supervisorConfirmationSchema>;
/** A message to staff about an open request. */
export const messageSchema = z.strictObject({ body: words });
/** After the answer, or another end: why it should be opened again. */
export const reopeningSchema = z.strictObject({ reason: words });
/** After the answer: one more question about it. */
export const followUpSchema = z.strictObject({ question: words });
/** After the answer: whether it answered what was asked, and what else there is to say. */
export const feedbackSchema = z.strictObject({
  answered: z.enum(FEEDBACK_ANSWERS, says('feedback-answer')),
  comment: words.optional().describe('Read by staff only.'),
});
export type Feedback = z.infer<typeof feedbackSchema>;
/** A withdrawal may say why; it needn't. */
export const withdrawalSchema = z.strictObject({ reason: words.optional() });
