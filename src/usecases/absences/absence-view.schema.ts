import { z } from 'zod';
import { ABSENCE_STATUSES, COVERS } from '../../domain/absences/absence-statuses.js';
import { emailSchema } from '../../domain/requests/submission.schema.js';
import { shownCount, shownLink, shownWords } from '../../domain/text/shown.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const colleague = z.object({ id: z.uuid(), name: shownWords(200), email: shownWords(254) });

/** A time away, as all on staff read it. */
export const absenceViewSchema = z.object({
  id: z.uuid(),
  person: colleague,
  /** Null: whoever stood in has left. */
  standIn: colleague.nullable(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  /** What becomes of the work. */
  work: z.enum(COVERS),
  takeBack: z.boolean(),
  status: z.enum(ABSENCE_STATUSES),
  /** Away from the one instant to the other. */
  beginsAt: z.iso.datetime(),
  returnsAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Requests and tasks that were handed over. */
  handedOver: shownCount,
  version: shownCount,
  links: z.object({ self: shownLink, decisions: shownLink }),
});

export type AbsenceView = z.infer<typeof absenceViewSchema>;

export const absencesQuery = z.strictObject({
  /** Whose. */
  person: emailSchema.optional(),
  /** Those ahead or under way, or those that are over. */
  state: z.enum(['live', 'ended']).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

export type AbsencesQuery = z.infer<typeof absencesQuery>;
