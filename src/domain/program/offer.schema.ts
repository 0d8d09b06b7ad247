import { z } from 'zod';
import { lapseAfterReminders, waitShape } from './clock.schema.js';
import { countSchema, idSchema, isoDateSchema, nameSchema, textSchema, urlSchema } from './values.schema.js';

/** What the program offers and to whom: roles, kinds, documents, topics, courses, resources. */

export const roleSchema = z.strictObject({
  id: idSchema,
  label: nameSchema,
  /** Must name a legal supervisor in every request. */
  needsSupervisor: z.boolean(),
  /** May be named as such a supervisor. */
  maySupervise: z.boolean(),
  /** The call series open to them when they would rather talk; null: written only. */
  call: idSchema.nullable(),
  /** Holds a license to practice law: the form asks where. */
  licensed: z.boolean().default(false),
});

export const notServedRoleSchema = z.strictObject({ id: idSchema, label: nameSchema });

export const kindSchema = z.strictObject({
  id: idSchema,
  label: nameSchema,
  hint: textSchema,
  /** The form asks which document. */
  needsDocument: z.boolean(),
  /** It is about one case: the form asks for its facts, and offers a label for it. */
  aboutCase: z.boolean().default(true),
});

export const documentSchema = z.strictObject({
  id: idSchema,
  label: nameSchema,
  reviewed: z.boolean(),
  /** T-visa related, so the prerequisites apply; `ask` lets the requester say. */
  tVisa: z.union([z.boolean(), z.literal('ask')], { error: 'must be true, false or ask' }),
  /** What to point to instead: ids of a workshop and a resource. Needed when not reviewed. */
  offerInstead: z.strictObject({ workshop: idSchema, resource: idSchema }).optional(),
  /** A request with this document is treated as this kind. */
  becomesKind: idSchema.optional(),
});

export const topicSchema = z.strictObject({ id: idSchema, label: nameSchema });

export const courseSchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  kind: z.enum(['course', 'workshop']),
  /** Least score that passes, 0–1; null for workshops, where taking part completes it. */
  passMark: z
    .number()
    .min(0, 'must be from 0 to 1, like 0.8 for 80 percent')
    .max(1, 'must be from 0 to 1, like 0.8 for 80 percent')
    .nullable(),
  url: urlSchema.optional(),
});

/** A workshop with a list of people who want to hear when it is next held. */
export const workshopSchema = z.strictObject({ id: idSchema, title: nameSchema, url: urlSchema.optional() });

export const prerequisitesSchema = z
  .strictObject({
    /** Course ids; a T-visa document review needs every one. */
    courses: z.array(idSchema),
    ...waitShape,
  })
  .superRefine(lapseAfterReminders);

export const resourceSchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  publisher: nameSchema,
  url: urlSchema.optional(),
  /** Topic ids it is suggested for. */
  topics: z.array(idSchema),
  /** Role ids it is meant for; [] everyone. */
  audience: z.array(idSchema),
  /** `outdated` ones are marked where staff pick them; `withdrawn` ones are offered to nobody. */
  standing: z.enum(['current', 'outdated', 'withdrawn']).default('current'),
});

/** A passage that staff put into answers, in Markdown. */
export const snippetSchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  /** Topic ids it is offered for first; [] all. */
  topics: z.array(idSchema),
  body: textSchema.max(10_000, 'must be at most 10000 characters long'),
  /** When somebody last read it and found it right. */
  reviewed: isoDateSchema,
  /** Its last good day; left out, it does not age. */
  outdatedAfter: isoDateSchema.optional(),
});

/** Past its last good day. `today`: a date of the program's zone. */
export const isOutdated = (
  { outdatedAfter }: Pick<z.infer<typeof snippetSchema>, 'outdatedAfter'>,
  today: string,
): boolean => outdatedAfter !== undefined && outdatedAfter < today;

export const referralListSchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  url: urlSchema.optional(),
});

export const prioritySchema = z.strictObject({
  /** From this many open requests on, the desk is at high volume. */
  highVolumeOpenRequests: countSchema('open requests', 1, 100_000),
  /** Whom high volume puts first. Unranked. */
  groups: z.array(z.enum(['ovc-grantee', 'court-or-filing-deadline', 'completed-training'])),
});
