import { z } from 'zod';
import { CALL_TOPICS } from '../../domain/program/call-series.schema.js';
import { says } from '../../domain/refusals/says.js';
import { isoDateSchema } from '../../domain/requests/submission.schema.js';
import { shownCode, shownWords } from '../../domain/text/shown.schema.js';

/** What staff decide about a series. Moving or cancelling one call is that call's own business. */
export const seriesDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('skip'), date: isoDateSchema }),
    z.strictObject({
      kind: z.literal('extra'),
      date: isoDateSchema,
      topic: z.enum(CALL_TOPICS, says('topic-of-series')),
    }),
    z.strictObject({ kind: z.literal('pause') }),
    z.strictObject({ kind: z.literal('resume') }),
  ],
  says('name-a-decision'),
);
export type SeriesDecision = z.infer<typeof seriesDecisionSchema>;

export const seriesViewSchema = z.object({
  id: shownCode,
  title: shownWords(500),
  paused: z.boolean(),
  /** Calls are planned through this date. */
  plannedUntil: z.iso.date().nullable(),
  skipped: z.array(z.iso.date()).max(10_000),
});
export type SeriesView = z.infer<typeof seriesViewSchema>;
