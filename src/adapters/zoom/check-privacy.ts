import type { KeptThing, MeetingCheck, PrivacyReport } from '../../ports/meetings.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done } from '../http/outcomes.js';
import type { ZoomClient } from './zoom-client.js';
import { type HostSettings, hostSettings, type MeetingDetail, meetingDetail } from './zoom-schemas.js';

/** Nothing of a call is kept: privilege and survivors' safety hang on it. */
export const NOTHING_KEPT = {
  auto_recording: 'none',
  auto_start_meeting_summary: false,
  auto_start_ai_companion_questions: false,
  continuous_meeting_chat: { enable: false },
} as const;

export function readMeeting(client: ZoomClient, meetingId: string): Promise<Outcome<MeetingDetail>> {
  const path = `/meetings/${encodeURIComponent(meetingId)}`;
  return client.call({ name: 'meetings.read', label: 'light', path, answer: meetingDetail });
}

/** What the meeting itself would keep. */
export function keptByMeeting({ settings }: MeetingDetail): PrivacyReport {
  const { auto_recording, continuous_meeting_chat } = settings;
  return reportOf({
    recording: auto_recording === null ? undefined : auto_recording !== 'none',
    'meeting-summary': settings.auto_start_meeting_summary,
    'ai-questions': settings.auto_start_ai_companion_questions,
    'continuous-chat': continuous_meeting_chat?.enable,
  });
}

/** The meeting's settings and the host's, who has some (saved chat) for all meetings at once. */
export async function checkPrivacy(
  client: ZoomClient,
  meeting: MeetingDetail,
): Promise<Outcome<MeetingCheck>> {
  const own = keptByMeeting(meeting);
  const path = `/users/${encodeURIComponent(client.hostId)}/settings`;
  const host = await client.call({ name: 'users.settings', label: 'medium', path, answer: hostSettings });
  // Without the permission for it the meeting can still be held; staff see what nobody could check.
  const answered = host.outcome === 'refused' ? done<HostSettings>({}) : host;
  return after(answered, (settings) => {
    const hosts = keptByHost(settings);
    return done({
      on: [...own.on, ...hosts.on],
      unchecked: [...own.unchecked, ...hosts.unchecked],
      capacity: capacityOf(settings),
    });
  });
}

/** The license's number, or that of the large meeting add-on where the host has it. */
function capacityOf({ feature }: HostSettings): number | null {
  const large = feature?.large_meeting ? (feature.large_meeting_capacity ?? 0) : 0;
  return Math.max(feature?.meeting_capacity ?? 0, large) || null;
}

function keptByHost({ in_meeting, recording }: HostSettings): PrivacyReport {
  const automatic = recording?.auto_recording;
  return reportOf({
    'host-recording': automatic ? automatic !== 'none' : undefined,
    'host-summary': in_meeting?.meeting_summary_with_ai_companion?.auto_enable,
    'host-ai-questions': in_meeting?.ai_companion_questions?.auto_enable,
    'host-saved-chat': in_meeting?.auto_saving_chat,
  });
}

function reportOf(found: Partial<Record<KeptThing, boolean | null | undefined>>): PrivacyReport {
  const things = Object.entries(found) as [KeptThing, boolean | null | undefined][];
  return {
    on: things.filter(([, on]) => on === true).map(([thing]) => thing),
    unchecked: things.filter(([, on]) => on === null || on === undefined).map(([thing]) => thing),
  };
}
