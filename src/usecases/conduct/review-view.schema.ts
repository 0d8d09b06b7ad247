import { z } from 'zod';
import type { ConductField } from '../../domain/conduct/conduct-texts.js';
import { CONDUCT_TEXTS } from '../../domain/conduct/conduct-texts.js';
import { GROUNDS, REVIEW_STATUSES } from '../../domain/conduct/review-statuses.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { shownCount, shownLink, shownWords } from '../../domain/text/shown.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const instant = z.iso.datetime();
const when = instant.nullable();

/** More than a review can have. */
const MOST_TEXTS = 50;

const FIELDS = Object.keys(CONDUCT_TEXTS) as [ConductField, ...ConductField[]];

/** A conduct review, as directors and whoever it is about read it; evidence and names are the directors' alone. */
export const reviewViewSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  grounds: z.enum(GROUNDS),
  status: z.enum(REVIEW_STATUSES),
  /** Assistance is refused at present. */
  active: z.boolean(),
  openedAt: instant,
  notifiedAt: when,
  refusedAt: when,
  /** The last day of the refusal, and the instant of its end. */
  until: z.iso.date().nullable(),
  endsAt: when,
  appealUntil: when,
  appealedAt: when,
  /** By when the appeal is to be decided. */
  decideBy: when,
  /** Whoever refused decided the appeal, too: there is one director. */
  decidedAlone: z.boolean(),
  endedAt: when,
  /** What was said, oldest first. */
  texts: z
    .array(
      z.object({
        field: z.enum(FIELDS),
        body: shownWords(MAX_TEXT),
        at: instant,
        from: z.enum(['person', 'staff']),
        name: shownWords(200).nullable(),
      }),
    )
    .max(MOST_TEXTS),
  version: shownCount,
  links: z.object({ self: shownLink, decisions: shownLink }),
});

export type ReviewView = z.infer<typeof reviewViewSchema>;

/** A review in a list: no words of it. */
export const listedReviewSchema = reviewViewSchema
  .pick({
    id: true,
    personId: true,
    grounds: true,
    status: true,
    openedAt: true,
    until: true,
    decideBy: true,
  })
  .extend({ name: shownWords(200) });

export type ListedReview = z.infer<typeof listedReviewSchema>;

export const reviewsQuery = z.strictObject({
  personId: z.uuid().toLowerCase().optional(),
  /** Those that run, or those that have ended. */
  state: z.enum(['live', 'ended']).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

export type ReviewsQuery = z.infer<typeof reviewsQuery>;
