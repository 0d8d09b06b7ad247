import { z } from 'zod';
import { MENTOR_STATUSES, MOST_AT_ONCE } from '../../domain/mentors/mentor-statuses.js';
import {
  shownCode,
  shownCount,
  shownEmail,
  shownLink,
  shownState,
  shownWords,
} from '../../domain/text/shown.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const when = z.iso.datetime().nullable();

/** A mentor's place in the pool, as staff and the mentor read it. */
export const mentorViewSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: shownWords(200),
  email: shownEmail,
  role: shownCode,
  organization: shownWords(200).nullable(),
  topics: z.array(shownCode).max(30),
  /** Empty: anywhere. */
  states: z.array(shownState).max(60),
  capacity: z.int().min(1).max(MOST_AT_ONCE),
  /** How many they have now, and how many they are being asked about. */
  load: shownCount,
  asked: shownCount,
  pausedUntil: z.iso.date().nullable(),
  paused: z.boolean(),
  status: z.enum(MENTOR_STATUSES),
  invitedAt: z.iso.datetime(),
  /** The invitation can be accepted until then. */
  invitedUntil: z.iso.datetime(),
  agreedAt: when,
  endedAt: when,
  version: shownCount,
  links: z.object({ self: shownLink, decisions: shownLink }),
});
export type MentorView = z.infer<typeof mentorViewSchema>;

/** Somebody who could be proposed for a request, the best first, with why. */
export const suggestedMentorSchema = z.object({
  id: z.uuid(),
  name: shownWords(200),
  role: shownCode,
  organization: shownWords(200).nullable(),
  /** Of the requester's own organization: proposed only if staff say so. */
  sameOrganization: z.boolean(),
  why: z.object({
    topics: z.array(shownCode).max(30),
    state: z.enum(['named', 'anywhere', 'other', 'unknown']),
    free: shownCount,
  }),
});
export type SuggestedMentor = z.infer<typeof suggestedMentorSchema>;

export const mentorsQuery = z.strictObject({
  status: z.enum(MENTOR_STATUSES).optional(),
  topic: z.string().max(60).optional(),
  personId: z.uuid().toLowerCase().optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type MentorsQuery = z.infer<typeof mentorsQuery>;
