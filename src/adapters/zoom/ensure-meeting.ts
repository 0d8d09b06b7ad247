import { z } from 'zod';
import type { Meeting, MeetingPlan, MeetingRecurrence } from '../../ports/meetings.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done, refused } from '../http/outcomes.js';
import { checkPrivacy, keptByMeeting, NOTHING_KEPT, readMeeting } from './check-privacy.js';
import type { ZoomClient } from './zoom-client.js';
import { createdMeeting, type MeetingDetail, meetingList } from './zoom-schemas.js';
import type { ZoomSettings } from './zoom-settings.js';
import { zoomTime } from './zoom-time.js';

/** Zoom's own limit for a recurring meeting. */
const MOST_CALLS = 60;
const WEEK = 7 * 86_400_000;

export async function ensureMeeting(
  client: ZoomClient,
  { authenticationOption }: Pick<ZoomSettings, 'authenticationOption'>,
  plan: MeetingPlan,
): Promise<Outcome<Meeting>> {
  if (tooMany(plan)) return refused('too-many-calls');
  const known = await findByTag(client, plan.tag);
  const id = await after(known, (found) =>
    found ? done(found) : create(client, authenticationOption, plan),
  );
  const read = await after(id, (meetingId) => readMeeting(client, meetingId));
  const mended = await after(read, (meeting) => switchOff(client, meeting));
  return after(mended, async (meeting) =>
    after(await checkPrivacy(client, meeting), (privacy) =>
      done({ meetingId: meeting.id, joinUrl: meeting.join_url, privacy }),
    ),
  );
}

/** A meeting carries its tag in the agenda. Were there two, the older one has been given out. */
async function findByTag(client: ZoomClient, tag: string): Promise<Outcome<string | null>> {
  const list = await client.pages(
    {
      name: 'meetings.list',
      label: 'medium',
      path: `/users/${encodeURIComponent(client.hostId)}/meetings`,
      query: { type: 'scheduled' },
      answer: meetingList,
    },
    (page) => page.meetings,
  );
  return after(list, (meetings) => {
    const tagged = meetings
      .filter(({ agenda }) => agenda?.includes(agendaOf(tag)))
      .sort((a, b) => (a.created_at ?? '').localeCompare(b.created_at ?? '') || a.id.localeCompare(b.id));
    return done(tagged[0]?.id ?? null);
  });
}

/** Asked for once: when the answer is lost, there may be a meeting, so we look before anybody asks again. */
async function create(
  client: ZoomClient,
  authenticationOption: string | null,
  plan: MeetingPlan,
): Promise<Outcome<string>> {
  const created = await client.call({
    name: 'meetings.create',
    label: 'medium',
    method: 'POST',
    path: `/users/${encodeURIComponent(client.hostId)}/meetings`,
    body: bodyOf(plan, authenticationOption),
    answer: createdMeeting,
    repeatable: false,
  });
  if (created.outcome !== 'retry') return after(created, ({ id }) => done(id));
  return after(await findByTag(client, plan.tag), (found) => (found ? done(found) : created));
}

/** An account's defaults can win over what was asked for; say it once more and see. */
async function switchOff(client: ZoomClient, meeting: MeetingDetail): Promise<Outcome<MeetingDetail>> {
  if (keptByMeeting(meeting).on.length === 0) return done(meeting);
  const changed = await client.call({
    name: 'meetings.switch-off',
    label: 'light',
    method: 'PATCH',
    path: `/meetings/${meeting.id}`,
    body: { settings: NOTHING_KEPT },
    answer: z.unknown(),
  });
  // A locked setting can't be changed; the report says that it is on.
  if (changed.outcome === 'refused') return done(meeting);
  return after(changed, () => readMeeting(client, meeting.id));
}

function bodyOf(plan: MeetingPlan, authenticationOption: string | null): unknown {
  return {
    topic: plan.topic,
    agenda: agendaOf(plan.tag),
    type: plan.recurrence ? 8 : 2,
    start_time: zoomTime(plan.startsAt),
    timezone: plan.zone,
    duration: plan.durationMinutes,
    ...(plan.recurrence ? { recurrence: recurrenceOf(plan.recurrence) } : {}),
    settings: {
      ...NOTHING_KEPT,
      // We decide who comes, and our mail tells them: Zoom's would go to people who never opted in.
      approval_type: 1,
      ...(plan.recurrence ? { registration_type: 1 } : {}),
      registrants_confirmation_email: false,
      registrants_email_notification: false,
      meeting_authentication: true,
      ...(authenticationOption ? { authentication_option: authenticationOption } : {}),
      waiting_room: true,
      join_before_host: false,
      use_pmi: false,
      show_share_button: false,
    },
  };
}

function recurrenceOf(rule: MeetingRecurrence): unknown {
  const end = { repeat_interval: 1, end_date_time: zoomTime(rule.until) };
  return rule.every === 'week'
    ? { type: 2, weekly_days: String(rule.weekday), ...end }
    : { type: 3, monthly_week: rule.ordinal, monthly_week_day: rule.weekday, ...end };
}

function tooMany({ recurrence, startsAt }: MeetingPlan): boolean {
  if (recurrence?.every !== 'week') return false;
  return Math.floor((Date.parse(recurrence.until) - Date.parse(startsAt)) / WEEK) + 1 > MOST_CALLS;
}

function agendaOf(tag: string): string {
  return `[ta-desk ${tag}]`;
}
