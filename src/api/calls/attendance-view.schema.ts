import { z } from 'zod';

/** Who was there, for staff. */
export const attendanceViewSchema = z.object({
  callId: z.string(),
  attendees: z.int(),
  /** Names that several people have: staff say who it was. */
  ambiguous: z.int(),
  unknown: z.int(),
  items: z.array(
    z.object({
      personId: z.uuid().nullable(),
      name: z.string(),
      email: z.string().nullable(),
      match: z.enum(['registrant', 'email', 'name', 'ambiguous', 'unknown']),
      /** Whole minutes, rejoins merged. */
      minutes: z.int(),
      intervals: z.array(z.object({ joinedAt: z.iso.datetime(), leftAt: z.iso.datetime() })),
    }),
  ),
});
export type AttendanceView = z.infer<typeof attendanceViewSchema>;
