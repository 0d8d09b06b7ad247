import { heartbeat } from '@temporalio/activity';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Meetings, ParticipantRow } from '../../ports/meetings.js';
import type { RecordServices } from '../../ports/services.js';
import { type CallRow, lockCall } from '../../usecases/calls/call-row.js';
import { writeAttendance } from '../../usecases/calls/write-attendance.js';
import { zoomOf } from '../../usecases/calls/zoom-meeting.js';
import { withKey } from '../../usecases/data-keys.js';
import { recording } from '../../usecases/recording.js';

export interface FetchZoomAttendance {
  v: 1;
  callId: string;
  /** `seen` of the last try. */
  before: string | null;
}

/** `seen` counts meetings and stays; the same twice in a row is taken for the whole of it. */
export interface FetchedAttendance {
  state: 'known' | 'not-yet' | 'not-ours';
  seen: string | null;
}

/** A host may open the meeting early, and let it run on. */
const MARGIN_MS = 2 * 60 * 60_000;

/**
 * Asks Zoom who was on a call and keeps it once. Not found, refused or empty is "not known yet", never absence;
 * what staff entered in the meantime stands.
 */
export function fetchZoomAttendance(services: RecordServices) {
  return async ({ callId, before }: FetchZoomAttendance): Promise<FetchedAttendance> => {
    const call = await services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey });
    const zoom = zoomOf(services);
    if (!zoom || !call.zoomMeetingId || (await isKnown(services, call))) {
      return { state: 'not-ours', seen: null };
    }
    const told = await staysOf(services, zoom, call);
    if (!told || told.rows.length === 0) return { state: 'not-yet', seen: null };
    const seen = `${told.meetings}/${told.rows.length}`;
    if (seen !== before) return { state: 'not-yet', seen };
    await recording(services, async (rec) => {
      const { tx } = rec;
      const row = await lockCall(tx, callId);
      if (!row || (await isKnown({ db: tx }, row))) return;
      await writeAttendance(tx, row, { rows: told.rows, source: 'zoom' });
      const fact = { v: 1, kind: 'attendance-known', at: rec.at.toISOString() } as const;
      rec.outbox.signal('callFact', callWorkflowId(callId), fact);
    });
    return { state: 'known', seen };
  };
}

/** Told before, by staff or by an attempt of ours whose answer was lost. */
async function isKnown(
  { db }: { db: Pick<RecordServices['db'], 'callAttendance'> },
  call: Pick<CallRow, 'id' | 'attendanceKnownAt'>,
): Promise<boolean> {
  return (
    call.attendanceKnownAt !== null || (await db.callAttendance.count({ where: { callId: call.id } })) > 0
  );
}

async function staysOf(
  services: RecordServices,
  zoom: Meetings,
  call: CallRow,
): Promise<{ meetings: number; rows: ParticipantRow[] } | null> {
  const notYet = (code: string) => {
    services.log.info({ callId: call.id, code }, 'who was on the call is not known yet');
    return null;
  };
  const held = await zoom.instances(call.zoomMeetingId ?? '');
  if (held.outcome !== 'done') return notYet(held.code);
  const from = call.startsAt.getTime() - MARGIN_MS;
  const until = call.endsAt.getTime() + MARGIN_MS;
  const ours = held.value.filter(
    ({ startedAt }) => Date.parse(startedAt) >= from && Date.parse(startedAt) <= until,
  );
  const rows: ParticipantRow[] = [];
  for (const { meetingUuid } of ours) {
    const stays = await zoom.participants(meetingUuid);
    heartbeat();
    if (stays.outcome !== 'done') return notYet(stays.code);
    rows.push(...stays.value);
  }
  return { meetings: ours.length, rows };
}
