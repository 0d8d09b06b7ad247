import { z } from 'zod';
import { cleanLine } from '../../domain/text/clean.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import type { ZoomFact } from '../../ports/meetings.js';

const id = z.union([z.int(), lineSchema(100)]).transform(String);
const text = z
  .string()
  .nullish()
  .transform((value) => cleanLine(value ?? '', 200) || null);
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
const maybeInstant = z
  .union([instant, z.literal('')])
  .nullish()
  .transform((value) => value || null);

export const zoomEnvelope = z.object({
  event: z.string().max(100),
  event_ts: z.int().positive().max(8_640_000_000_000).nullish(),
  payload: z.unknown(),
});

export const zoomValidation = z.object({ plainToken: z.string().min(1).max(500) });

const meeting = z.object({ object: z.object({ id, uuid: lineSchema(200) }) });

const participant = z.object({
  object: z.object({
    participant: z.object({
      participant_uuid: text,
      user_id: id.nullish(),
      registrant_id: text,
      user_name: text,
      email: text,
      join_time: maybeInstant,
      leave_time: maybeInstant,
    }),
  }),
});

const OF_MEETING = { 'meeting.started': 'meeting-started', 'meeting.ended': 'meeting-ended' } as const;
const OF_PARTICIPANT = {
  'meeting.participant_joined': 'participant-joined',
  'meeting.participant_left': 'participant-left',
} as const;
const KEPT = {
  'recording.started': 'recording',
  'recording.resumed': 'recording',
  'recording.completed': 'recording',
  'meeting.summary_completed': 'meeting-summary',
} as const;

/** Null: an event that is none of our business. @throws ZodError for one of ours that can't be read. */
export function zoomFactOf({ event, event_ts, payload }: z.output<typeof zoomEnvelope>): ZoomFact | null {
  if (!(event in OF_MEETING || event in OF_PARTICIPANT || event in KEPT)) return null;
  const told = z.number().parse(event_ts);
  const at = new Date(told).toISOString();
  const { object } = (event === 'meeting.summary_completed' ? summary : meeting).parse(payload);
  const about = { meetingId: object.id, meetingUuid: object.uuid };
  if (event in OF_MEETING) return { kind: OF_MEETING[event as keyof typeof OF_MEETING], ...about, at };
  if (event in KEPT) return { kind: 'being-kept', what: KEPT[event as keyof typeof KEPT], ...about, at };
  const kind = OF_PARTICIPANT[event as keyof typeof OF_PARTICIPANT];
  const who = participant.parse(payload).object.participant;
  return {
    kind,
    ...about,
    at: (kind === 'participant-joined' ? who.join_time : who.leave_time) ?? at,
    participantId: z.string().parse(who.participant_uuid ?? who.user_id),
    registrantId: who.registrant_id,
    email: who.email?.toLowerCase() ?? null,
    name: who.user_name ?? '',
  };
}

/** A summary names its meeting by other words. */
const summary = z
  .object({ object: z.object({ meeting_id: id, meeting_uuid: lineSchema(200) }) })
  .transform(({ object }) => ({ object: { id: object.meeting_id, uuid: object.meeting_uuid } }));
