import { z } from 'zod';
import { cleanLine } from '../../domain/text/clean.js';

// What we read of Zoom's answers. Unknown fields are left out; an empty text means "none" there.

const text = z
  .string()
  .nullish()
  .transform((value) => cleanLine(value ?? '', 2_000) || null);
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
const maybeInstant = z
  .union([instant, z.literal('')])
  .nullish()
  .transform((value) => value || null);
const id = z.union([z.int(), z.string().min(1)]).transform(String);

export const zoomError = z.object({ code: z.number().nullish(), message: z.string().nullish() });

export const zoomToken = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export const page = { next_page_token: text };

export const meetingList = z.object({
  ...page,
  meetings: z.array(z.object({ id, agenda: text, created_at: text })),
});

export const createdMeeting = z.object({ id });

export const meetingDetail = z.object({
  id,
  type: z.int(),
  start_time: maybeInstant,
  join_url: z.url(),
  occurrences: z
    .array(z.object({ occurrence_id: id, start_time: instant, status: text }))
    .nullish()
    .transform((value) => value ?? []),
  settings: z.object({
    auto_recording: text,
    auto_start_meeting_summary: z.boolean().nullish(),
    auto_start_ai_companion_questions: z.boolean().nullish(),
    continuous_meeting_chat: z.object({ enable: z.boolean().nullish() }).nullish(),
  }),
});
export type MeetingDetail = z.output<typeof meetingDetail>;

const automatic = z.object({ auto_enable: z.boolean().nullish() }).nullish();

export const hostSettings = z.object({
  in_meeting: z
    .object({
      auto_saving_chat: z.boolean().nullish(),
      meeting_summary_with_ai_companion: automatic,
      ai_companion_questions: automatic,
    })
    .nullish(),
  recording: z.object({ auto_recording: text }).nullish(),
  feature: z
    .object({
      meeting_capacity: z.int().nonnegative().nullish(),
      large_meeting: z.boolean().nullish(),
      large_meeting_capacity: z.int().nonnegative().nullish(),
    })
    .nullish()
    // Good to know and no more: an odd answer must not cost the check of what is kept.
    .catch(null),
});
export type HostSettings = z.output<typeof hostSettings>;

export const addedRegistrant = z.object({ registrant_id: z.string().min(1), join_url: text });

export const registrantList = z.object({
  ...page,
  registrants: z.array(z.object({ id: z.string().min(1), email: z.string(), status: text, join_url: text })),
});

export const instanceList = z.object({
  meetings: z.array(z.object({ uuid: z.string().min(1), start_time: instant })),
});

export const participantList = z.object({
  ...page,
  participants: z.array(
    z.object({
      name: text,
      user_email: text,
      registrant_id: text,
      join_time: instant,
      leave_time: maybeInstant,
      status: text,
    }),
  ),
});
