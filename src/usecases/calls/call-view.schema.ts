import { z } from 'zod';
import { CALL_STATUSES } from '../../domain/calls/call-statuses.js';
import { PUBLIC_REASONS } from '../../domain/calls/public-reason.js';
import { CALL_TOPICS } from '../../domain/program/call-series.schema.js';
import { says } from '../../domain/refusals/says.js';
import { isoDateSchema, MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { shownCode, shownCount, shownLink, shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { instantSchema } from '../../domain/time/instant.schema.js';
import { shortListQuery } from '../lists/page-of.schema.js';

/** A call as everybody sees it: never a join link, an asker or a question. */
export const callViewSchema = z.object({
  id: shownCode,
  series: shownCode,
  title: shownWords(500),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  topic: z.enum(CALL_TOPICS),
  status: z.enum(CALL_STATUSES),
  windowOpensAt: z.iso.datetime(),
  questionsCloseAt: z.iso.datetime(),
  questionCount: shownCount,
  /** Ids of the questions on the agenda: all for staff, their own for an asker, none for anybody else. */
  selected: z.array(z.uuid()).max(1_000),
  cancelReason: shownWords(MAX_TEXT).nullable(),
  /** What staff let everybody know of a cancellation. */
  publicReason: z.enum(PUBLIC_REASONS).nullable(),
  /** Name of the holiday or closure it falls on. */
  dayOff: shownWords(500).nullable(),
  version: shownCount,
  links: z.object({ self: shownLink, calendar: shownLink }),
});
export type CallView = z.infer<typeof callViewSchema>;

const day = z.union([isoDateSchema, instantSchema], says('date-or-instant'));

export const callsQuery = shortListQuery.extend({
  series: lineSchema(60).optional(),
  /** The first day, or instant, a call may start on. */
  from: day.optional(),
  /** The last. */
  to: day.optional(),
});
export type CallsQuery = z.infer<typeof callsQuery>;
