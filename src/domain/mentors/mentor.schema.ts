import { z } from 'zod';
import { says } from '../refusals/says.js';
import { emailSchema, isoDateSchema, MAX_TEXT, stateSchema } from '../requests/submission.schema.js';
import { lineSchema, textSchema } from '../text/typed.schema.js';
import { END_REASONS, USEFUL } from './introduction-statuses.js';
import { MOST_AT_ONCE } from './mentor-statuses.js';

const id = z.uuid(says('give-an-id')).toLowerCase();
const topic = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ maxLength: 60 });

const terms = {
  /** Ids of the program’s topics. */
  topics: z.array(topic).min(1, says('mentor-topics')).max(30),
  /** Left out or empty: anywhere. */
  states: z.array(stateSchema).max(60).default([]),
  /** How many introductions at once at most. */
  capacity: z
    .int(says('whole-number', { from: 1, through: MOST_AT_ONCE }))
    .min(1, says('whole-number', { from: 1, through: MOST_AT_ONCE }))
    .max(MOST_AT_ONCE, says('whole-number', { from: 1, through: MOST_AT_ONCE })),
};

/** Whom staff ask to be a mentor, for what. */
export const mentorInvitationSchema = z.strictObject({
  email: emailSchema,
  /** Needed of somebody who is not known yet; of others their own record says it. */
  name: lineSchema(200).nullish(),
  /** One of the program’s roles, of somebody who is not known yet; left out: not known. */
  role: topic.nullish(),
  ...terms,
});
export type MentorInvitation = z.output<typeof mentorInvitationSchema>;

/** What of a mentor’s place staff may change. `pausedUntil`: the last day on which they are asked nothing. */
export const mentorTermsSchema = z.strictObject({ ...terms, pausedUntil: isoDateSchema.nullable() });
export type MentorTerms = z.output<typeof mentorTermsSchema>;

/** `agree`, `decline`, `leave`: the mentor’s own. `invite-again`, `remove`: of staff. */
export const MENTOR_DECISIONS = ['agree', 'decline', 'leave', 'invite-again', 'remove'] as const;
export type MentorDecisionKind = (typeof MENTOR_DECISIONS)[number];

export const mentorDecisionSchema = z.strictObject({
  kind: z.enum(MENTOR_DECISIONS, says('name-a-decision')),
});

/** Whom staff propose to a requester. */
export const introductionProposalSchema = z.strictObject({
  requestId: id,
  mentorId: id,
  /** One of the program’s topics: all that the mentor learns of what is asked. */
  topic,
  /** Staff know that both are of one organization, and find it right. */
  sameOrganization: z.boolean().default(false),
});
export type IntroductionProposal = z.output<typeof introductionProposalSchema>;

const words = textSchema(MAX_TEXT);

/** What is decided about an introduction, by one of the two or by staff (`end`). */
export const introductionDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('consent') }),
    z.strictObject({
      kind: z.literal('decline'),
      reason: words.optional().describe('Read by staff only.'),
    }),
    z.strictObject({ kind: z.literal('withdraw') }),
    z
      .strictObject({
        kind: z.literal('answer'),
        met: z.boolean(),
        useful: z.enum(USEFUL, says('mentoring-useful')).optional().describe('Where they met.'),
        comment: words.optional().describe('Read by staff only.'),
      })
      .describe('Of who answers that they met, `useful` is asked.'),
    z.strictObject({ kind: z.literal('end'), reason: z.enum(END_REASONS, says('mentoring-end')) }),
  ],
  says('name-a-decision'),
);
export type IntroductionDecision = z.output<typeof introductionDecisionSchema>;
