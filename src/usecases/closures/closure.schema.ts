import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { isoDateSchema } from '../../domain/requests/submission.schema.js';
import { shownCode, shownReference, shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';

export const closureSchema = z.strictObject({
  /** Its first day, by which it is named. */
  date: isoDateSchema,
  /** Its last day, where there are several. */
  until: isoDateSchema.optional(),
  name: lineSchema(120, { missing: says('closure-reason') }),
});
export type ClosureInput = z.infer<typeof closureSchema>;

export const closureQuery = z.strictObject({
  preview: z.enum(['true', 'false'], says('true-or-false')).optional(),
});

/** An open request whose deadline a change of the calendar moves. */
export const closureMoveSchema = z.object({
  id: z.uuid(),
  reference: shownReference,
  dueAt: z.iso.datetime(),
  newDueAt: z.iso.datetime(),
});

const lastDay = z.iso.date().optional();

export const closureViewSchema = z.object({
  date: z.iso.date(),
  /** The last day, where there are several. */
  until: lastDay,
  name: shownWords(500),
  /** Null where the program file names the day. */
  enteredAt: z.iso.datetime().nullable(),
});
export type ClosureView = z.infer<typeof closureViewSchema>;

const callOnDaySchema = z.object({ id: shownCode, startsAt: z.iso.datetime() });

export const closureChangeSchema = z.object({
  date: z.iso.date(),
  until: lastDay,
  name: shownWords(500),
  moves: z.array(closureMoveSchema).max(100_000),
  /**
   * Calls still to come on these days that staff have not confirmed, and when the day off cancels each unless they do.
   * Null: it does not; it takes place unless staff cancel it.
   */
  calls: z.array(callOnDaySchema.extend({ cancelsAt: z.iso.datetime().nullable() })).max(100),
  /** Calls still to come on these days that a day off has cancelled already. They stay cancelled when it is removed. */
  cancelledCalls: z.array(callOnDaySchema).max(100),
});
export type ClosureChange = z.infer<typeof closureChangeSchema>;
