import type { Services } from '../../../../ports/services.js';
import { presentIn } from '../../../../usecases/calls/presence.js';
import { liveText as text } from '../../../text/staff-calls/live.js';
import type { StaffCall } from './load-call.js';

export interface WhoIsThere {
  names: string[];
  /** Said above the names. */
  line: string;
  /** Null: not known of anybody. */
  personIds: Set<string> | null;
}

const MARGIN_MS = 2 * 60 * 60_000;

/** The call is about to begin, on, or just over: who is in may change by the minute. */
export function isAround({ row, now }: StaffCall): boolean {
  const at = Date.parse(now);
  return at > row.startsAt.getTime() - MARGIN_MS && at < row.endsAt.getTime() + MARGIN_MS;
}

/** As Zoom tells it while the call is on; else who was there as far as attendance is known. */
export async function whoIsThere(services: Services, { row }: StaffCall): Promise<WhoIsThere> {
  const present = await presentIn(services, row);
  if (present) {
    return {
      names: present.map(({ name }) => name || text.noName),
      line: text.inNow(present.length),
      personIds: ids(present),
    };
  }
  const attended = await services.db.callAttendance.findMany({
    where: { callId: row.id },
    orderBy: { name: 'asc' },
    select: { name: true, personId: true },
  });
  if (attended.length > 0) {
    return {
      names: attended.map(({ name }) => name || text.noName),
      line: text.wereIn(attended.length),
      personIds: ids(attended),
    };
  }
  return { names: [], line: row.zoomMeetingId ? text.inWaiting : text.inUnknown, personIds: null };
}

function ids(people: readonly { personId: string | null }[]): Set<string> {
  return new Set(people.flatMap(({ personId }) => personId ?? []));
}
