import { heartbeat } from '@temporalio/activity';
import type { CallStatus } from '../../domain/calls/call-statuses.js';
import type { MeetingCheck, MeetingPlan, Meetings } from '../../ports/meetings.js';
import type { Outcome } from '../../ports/outcome.js';
import type { RecordServices } from '../../ports/services.js';
import type { CallRow } from '../../usecases/calls/call-row.js';
import { seriesRule } from '../../usecases/calls/load-series.js';
import { noteMeeting } from '../../usecases/calls/note-meeting.js';
import {
  keepRegistrant,
  registrantsToTakeOff,
  registrationsToAdd,
} from '../../usecases/calls/registrants.js';
import { zoomOf } from '../../usecases/calls/zoom-meeting.js';
import { withKey } from '../../usecases/data-keys.js';

export interface SyncZoomMeeting {
  v: 1;
  callId: string;
}

export type SyncedMeeting =
  /** Fits; nothing to do until something changes. */
  | { state: 'settled' }
  /** A part of the registrants is done. */
  | { state: 'more' }
  /** Not now; wait that long. */
  | { state: 'again'; afterMs: number }
  /** The call is cancelled or behind us. */
  | { state: 'over' };

/** So many registrants in one go: a cancellation then waits a minute at most. */
const AT_ONCE = 200;
/** Refused for good, but somebody may mend a setting of the account. */
const AFTER_REFUSAL_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Makes the meeting fit the call and its registrations as they stand: made, moved or deleted, people added or taken
 * off. Repeating it does nothing that is done. What fails is a code on the call's row for staff.
 */
export function syncZoomMeeting(services: RecordServices) {
  return async ({ callId }: SyncZoomMeeting): Promise<SyncedMeeting> => {
    const call = await services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey });
    const zoom = zoomOf(services);
    const series = seriesRule(services, call.seriesId);
    const status = call.status as CallStatus;
    if (!series || status === 'held' || status === 'completed') return { state: 'over' };
    // Disconnected for a while, perhaps: a process that ended would not begin again.
    if (!zoom) return status === 'cancelled' ? { state: 'over' } : { state: 'again', afterMs: DAY_MS };
    const meetingId = call.zoomMeetingId;
    if (status === 'cancelled') {
      if (!meetingId) return { state: 'over' };
      const gone = await zoom.cancelMeeting({ meetingId, startsAt: call.startsAt.toISOString() });
      const failed = await notDone(services, call, gone);
      if (!failed) await noteMeeting(services, callId, { meetingId: null, problem: null });
      return failed ?? { state: 'over' };
    }
    if (status === 'planned' && !meetingId) return { state: 'settled' };
    const { zone } = services.programs.current().program;
    const ready = await readyMeeting(zoom, call, { topic: series.title, zone });
    const failed = await notDone(services, call, ready);
    if (failed || ready.outcome !== 'done') return failed ?? { state: 'settled' };
    const { on, unchecked, capacity } = ready.value;
    const kept = on.length > 0;
    if (kept) services.log.warn({ callId, kept: on }, 'a meeting would keep something; no links go out');
    const found = { meetingId: ready.value.meetingId, unchecked, capacity };
    const known = call.meetingProblem === 'kept' ? null : call.meetingProblem;
    await noteMeeting(services, callId, { ...found, problem: kept ? 'kept' : known, more: true });
    // No way in goes out while something would be kept; who is out is taken off all the same.
    const { synced, stopped } = await syncRegistrants(services, zoom, { call, ...found, adding: !kept });
    await noteMeeting(services, callId, {
      ...found,
      problem: kept ? 'kept' : (stopped?.code ?? null),
      passesByItself: !kept && stopped?.outcome === 'retry',
    });
    return kept && synced.state === 'settled' ? { state: 'again', afterMs: AFTER_REFUSAL_MS } : synced;
  };
}

type Ready = MeetingCheck & { meetingId: string };

async function readyMeeting(
  zoom: Meetings,
  call: CallRow,
  { topic, zone }: { topic: string; zone: string },
): Promise<Outcome<Ready>> {
  const startsAt = call.startsAt.toISOString();
  const durationMinutes = Math.round((call.endsAt.getTime() - call.startsAt.getTime()) / 60_000);
  const meetingId = call.zoomMeetingId;
  if (!meetingId) {
    const plan: MeetingPlan = { tag: call.id, topic, startsAt, zone, durationMinutes, recurrence: null };
    const made = await zoom.ensureMeeting(plan);
    if (made.outcome !== 'done') return made;
    return { outcome: 'done', value: { meetingId: made.value.meetingId, ...made.value.privacy } };
  }
  const moved = await zoom.moveMeeting({ meetingId, from: startsAt, to: startsAt, zone, durationMinutes });
  if (moved.outcome !== 'done') return moved;
  const checked = await zoom.checkPrivacy(meetingId);
  return checked.outcome === 'done' ? { outcome: 'done', value: { meetingId, ...checked.value } } : checked;
}

async function syncRegistrants(
  services: RecordServices,
  zoom: Meetings,
  { call, meetingId, adding }: { call: CallRow; meetingId: string; adding: boolean },
): Promise<{ synced: SyncedMeeting; stopped: NotDone | null }> {
  const { db } = services;
  const out = await registrantsToTakeOff(services, call.id, AT_ONCE);
  let waitMs: number | null = null;
  const later = (ms: number) => {
    waitMs = Math.min(waitMs ?? ms, ms);
  };
  const again = (): SyncedMeeting => ({ state: 'again', afterMs: waitMs ?? AFTER_REFUSAL_MS });
  for (const { id, registrantId, email } of out) {
    const done = await zoom.setRegistrantStatus(meetingId, { registrantId, email, action: 'cancel' });
    heartbeat();
    if (done.outcome === 'done') {
      await db.callRegistrant.update({ where: { id }, data: { status: 'cancelled', sealedJoinLink: null } });
    } else {
      later(await putOff(services, call, done));
      if (!concernsOne(done)) return { synced: again(), stopped: done };
    }
  }
  const missing = adding ? await registrationsToAdd(services, call, AT_ONCE) : [];
  for (const registration of missing) {
    const added = await zoom.addRegistrant(meetingId, {
      email: registration.email,
      ...nameParts(registration.name),
      org: registration.employer ?? undefined,
    });
    heartbeat();
    if (added.outcome === 'done') {
      await keepRegistrant(services, { callId: call.id, registration, added: added.value });
    } else {
      later(await putOff(services, call, added));
      if (!concernsOne(added)) return { synced: again(), stopped: added };
    }
  }
  if (waitMs !== null) return { synced: again(), stopped: null };
  const more = out.length === AT_ONCE || missing.length === AT_ONCE;
  return { synced: { state: more ? 'more' : 'settled' }, stopped: null };
}

type NotDone = Exclude<Outcome<unknown>, { outcome: 'done' }>;

/** Limits and refusals of one registrant must not keep the others waiting. */
function concernsOne({ outcome, code }: NotDone): boolean {
  return code === 'registrant-daily-limit' || (outcome === 'refused' && PERSONAL.has(code));
}

const PERSONAL = new Set(['invalid', 'not-approved']);

/** Null when it was done; else what the process does now, and a code on the row. */
async function notDone(
  services: RecordServices,
  call: CallRow,
  outcome: Outcome<unknown>,
): Promise<SyncedMeeting | null> {
  if (outcome.outcome === 'done') return null;
  const passesByItself = outcome.outcome === 'retry';
  await noteMeeting(services, call.id, { problem: outcome.code, passesByItself });
  return { state: 'again', afterMs: await putOff(services, call, outcome) };
}

/** Milliseconds until it may go better. `retryAt` is wall time, as the service's own clock is. */
async function putOff({ log }: RecordServices, call: CallRow, outcome: NotDone): Promise<number> {
  log.warn(
    { callId: call.id, code: outcome.code, outcome: outcome.outcome },
    'the meeting is not as it should be',
  );
  if (outcome.outcome === 'refused') return AFTER_REFUSAL_MS;
  return Math.max(1_000, Date.parse(outcome.retryAt) - Date.now());
}

function nameParts(name: string): { firstName: string; lastName: string } {
  const words = name.trim().split(/\s+/);
  return {
    firstName: words.slice(0, -1).join(' ') || name,
    lastName: words.length > 1 ? (words.at(-1) ?? '') : '',
  };
}
