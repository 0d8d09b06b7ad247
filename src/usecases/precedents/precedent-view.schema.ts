import { z } from 'zod';
import {
  AUDIENCES,
  MAX_COMMENT,
  MAX_QUESTION,
  PRECEDENT_STATUSES,
  topicIdSchema,
} from '../../domain/precedents/precedent.schema.js';
import { MAX_TEXT, REQUEST_KINDS } from '../../domain/requests/submission.schema.js';
import { shownCode, shownCount, shownLink, shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

/** A precedent; what only staff read of it is null to everybody else. */
export const precedentViewSchema = z.object({
  id: z.uuid(),
  status: z.enum(PRECEDENT_STATUSES),
  audience: z.enum(AUDIENCES),
  kind: z.enum(REQUEST_KINDS),
  topics: z.array(shownCode).max(20),
  question: shownWords(MAX_QUESTION),
  answer: shownWords(MAX_TEXT),
  reviewBy: z.iso.date(),
  /** Its day is past: it may be out of date. */
  outdated: z.boolean(),
  publishedAt: z.iso.datetime().nullable(),
  /** What the reviewer asked for. */
  comment: shownWords(MAX_COMMENT).nullable(),
  /** The request it was suggested from, for whoever may read that. */
  requestId: z.uuid().nullable(),
  version: shownCount,
  links: z.object({ self: shownLink }),
});
export type PrecedentView = z.infer<typeof precedentViewSchema>;

export const precedentsQuery = z.strictObject({
  /** Words to look for in question and answer. */
  q: lineSchema(200).optional(),
  topic: topicIdSchema.optional(),
  /** For staff; others find published ones alone. */
  status: z.enum(PRECEDENT_STATUSES).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type PrecedentsQuery = z.infer<typeof precedentsQuery>;
