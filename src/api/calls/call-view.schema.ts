import { z } from 'zod';
import { CALL_STATUSES } from '../../domain/calls/call-status.js';
import { PUBLIC_REASONS } from '../../domain/calls/public-reason.js';
import { CALL_TOPICS } from '../../domain/program/call-series.schema.js';
import { isoDateSchema } from '../../domain/requests/submission.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { instantSchema } from '../../domain/time/instant.schema.js';
import { shortListQuery } from '../http/page-of.js';

/** A call as everybody sees it: never a join link, an asker or a question. */
export const callViewSchema = z.object({
  id: z.string(),
  series: z.string(),
  title: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  topic: z.enum(CALL_TOPICS),
  status: z.enum(CALL_STATUSES),
  windowOpensAt: z.iso.datetime(),
  questionsCloseAt: z.iso.datetime(),
  questionCount: z.int(),
  /** Ids of the questions on the agenda: all for staff, their own for an asker, none for anybody else. */
  selected: z.array(z.uuid()),
  cancelReason: z.string().nullable(),
  /** What staff let everybody know of a cancellation. */
  publicReason: z.enum(PUBLIC_REASONS).nullable(),
  /** Name of the holiday or closure it falls on. */
  dayOff: z.string().nullable(),
  version: z.int(),
  links: z.object({ self: z.string(), calendar: z.string() }),
});
export type CallView = z.infer<typeof callViewSchema>;

const day = z.union(
  [isoDateSchema, instantSchema],
  'Give a date as yyyy-mm-dd, or an instant with its zone.',
);

export const callsQuery = shortListQuery.extend({
  series: lineSchema(60).optional(),
  /** The first day, or instant, a call may start on. */
  from: day.optional(),
  /** The last. */
  to: day.optional(),
});
export type CallsQuery = z.infer<typeof callsQuery>;
