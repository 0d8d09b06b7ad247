import { z } from 'zod';
import { shownCode, shownCount, shownWords } from '../../domain/text/shown.schema.js';

/** Who was there, for staff. */
export const attendanceViewSchema = z.object({
  callId: shownCode,
  attendees: shownCount,
  /** Names that several people have: staff say who it was. */
  ambiguous: shownCount,
  unknown: shownCount,
  items: z
    .array(
      z.object({
        personId: z.uuid().nullable(),
        name: shownWords(300),
        email: shownWords(300).nullable(),
        match: z.enum(['registrant', 'email', 'name', 'ambiguous', 'unknown']),
        /** Whole minutes, rejoins merged. */
        minutes: shownCount,
        intervals: z.array(z.object({ joinedAt: z.iso.datetime(), leftAt: z.iso.datetime() })).max(10_000),
      }),
    )
    .max(10_000),
});
export type AttendanceView = z.infer<typeof attendanceViewSchema>;
