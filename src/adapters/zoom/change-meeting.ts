import { z } from 'zod';
import type { Instant } from '../../domain/time/instant.js';
import type { Meetings } from '../../ports/meetings.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done, refused } from '../http/outcomes.js';
import { readMeeting } from './check-privacy.js';
import type { ZoomClient } from './zoom-client.js';
import type { MeetingDetail } from './zoom-schemas.js';
import { zoomTime } from './zoom-time.js';

const RECURRING = 8;

export async function moveMeeting(
  client: ZoomClient,
  { meetingId, from, to, zone, durationMinutes }: Parameters<Meetings['moveMeeting']>[0],
): Promise<Outcome<null>> {
  return after(await readMeeting(client, meetingId), async (meeting) => {
    const found = startsOf(meeting).find((one) => meeting.type !== RECURRING || same(one.startsAt, from));
    const there = startsOf(meeting).some(({ startsAt }) => same(startsAt, to));
    if (there && (meeting.type !== RECURRING || !found)) return done(null);
    if (!found) return refused('not-found');
    const changed = await client.call({
      name: 'meetings.move',
      label: 'light',
      method: 'PATCH',
      path: `/meetings/${meeting.id}`,
      query: found.query,
      body: { start_time: zoomTime(to), timezone: zone, duration: durationMinutes },
      answer: z.unknown(),
    });
    return after(changed, () => done(null));
  });
}

export async function cancelMeeting(
  client: ZoomClient,
  { meetingId, startsAt }: Parameters<Meetings['cancelMeeting']>[0],
): Promise<Outcome<null>> {
  const read = await readMeeting(client, meetingId);
  if (isGone(read)) return done(null);
  return after(read, async (meeting) => {
    const found = startsOf(meeting).find((one) => meeting.type !== RECURRING || same(one.startsAt, startsAt));
    if (!found) return done(null);
    const deleted = await client.call({
      name: 'meetings.cancel',
      label: 'light',
      method: 'DELETE',
      path: `/meetings/${meeting.id}`,
      // The desk tells people, and only those who want to be told.
      query: { ...found.query, schedule_for_reminder: 'false', cancel_meeting_reminder: 'false' },
      answer: z.unknown(),
    });
    return isGone(deleted) ? done(null) : after(deleted, () => done(null));
  });
}

/** When it takes place, and how to speak of that occurrence. */
function startsOf(meeting: MeetingDetail): { startsAt: Instant; query: Record<string, string> }[] {
  if (meeting.type !== RECURRING) {
    return meeting.start_time ? [{ startsAt: meeting.start_time, query: {} }] : [];
  }
  return meeting.occurrences
    .filter(({ status }) => status !== 'deleted')
    .map((one) => ({ startsAt: one.start_time, query: { occurrence_id: one.occurrence_id } }));
}

function isGone(outcome: Outcome<unknown>): boolean {
  return outcome.outcome === 'refused' && ['not-found', 'meeting-over'].includes(outcome.code);
}

function same(one: Instant, other: Instant): boolean {
  return Date.parse(one) === Date.parse(other);
}
