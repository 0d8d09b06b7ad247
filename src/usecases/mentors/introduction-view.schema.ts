import { z } from 'zod';
import { SIDES } from '../../domain/mentors/introduction-state.js';
import { END_REASONS, INTRODUCTION_STATUSES, USEFUL } from '../../domain/mentors/introduction-statuses.js';
import { INTRODUCTION_FIELDS } from '../../domain/mentors/introduction-texts.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import {
  shownCode,
  shownCount,
  shownEmail,
  shownLink,
  shownReference,
  shownWords,
} from '../../domain/text/shown.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const when = z.iso.datetime().nullable();

const whoSchema = z.object({
  name: shownWords(200),
  email: shownEmail,
  organization: shownWords(200).nullable(),
});

const wentSchema = z.object({ met: z.boolean(), useful: z.enum(USEFUL).nullable() });

/**
 * An introduction, as staff and each of the two read it. Who the other is, the two read once they are introduced; what
 * the other said of it never.
 */
export const introductionViewSchema = z.object({
  id: z.uuid(),
  /** As whom it is read. */
  side: z.enum(['staff', ...SIDES]),
  /** To each of the two what the other said or did not say is `unavailable`, or `ended`. */
  status: z.enum(INTRODUCTION_STATUSES),
  topic: shownCode,
  /** Of staff and the requester; null: the request is erased. */
  request: z.object({ id: z.uuid(), reference: shownReference }).nullable(),
  requester: whoSchema.nullable(),
  /** What the mentor is told before: the role alone. */
  requesterRole: shownCode,
  mentor: whoSchema.nullable(),
  /** Of staff. */
  mentorId: z.uuid().nullable(),
  sameOrganization: z.boolean(),
  proposedAt: z.iso.datetime(),
  /** By when whoever is asked is to answer. */
  answerBy: when,
  introducedAt: when,
  followedUpAt: when,
  endedAt: when,
  endReason: z.enum(END_REASONS).nullable(),
  answers: z.object({ requester: wentSchema.nullable(), mentor: wentSchema.nullable() }),
  texts: z
    .array(z.object({ field: z.enum(INTRODUCTION_FIELDS), body: shownWords(MAX_TEXT), at: z.iso.datetime() }))
    .max(20),
  version: shownCount,
  links: z.object({ self: shownLink, decisions: shownLink }),
});
export type IntroductionView = z.infer<typeof introductionViewSchema>;

/** In a list, for staff: no words of it. */
export const listedIntroductionSchema = introductionViewSchema
  .pick({
    id: true,
    status: true,
    topic: true,
    request: true,
    proposedAt: true,
    answerBy: true,
    introducedAt: true,
    endedAt: true,
  })
  .extend({ requesterName: shownWords(200), mentorName: shownWords(200), mentorId: z.uuid() });
export type ListedIntroduction = z.infer<typeof listedIntroductionSchema>;

export const introductionsQuery = z.strictObject({
  requestId: z.uuid().toLowerCase().optional(),
  mentorId: z.uuid().toLowerCase().optional(),
  /** As requester or as mentor. */
  personId: z.uuid().toLowerCase().optional(),
  state: z.enum(['live', 'ended']).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type IntroductionsQuery = z.infer<typeof introductionsQuery>;
