import { type CallStatus, isLive, NEAR_STATUSES } from '../../../../domain/calls/call-statuses.js';
import { type CallRow, lacksJoinLink } from '../../../../usecases/calls/call-row.js';
import type { Texts } from '../../../text/texts.js';

interface Badge {
  text: string;
  classes: string;
}

/** What staff should see of a call: the day off, and what somebody has to see to. */
export function callBadges(
  texts: Texts,
  row: Pick<
    CallRow,
    | 'dayOff'
    | 'staffConfirmed'
    | 'status'
    | 'flagAt'
    | 'attendanceKnownAt'
    | 'sealedJoinLink'
    | 'zoomMeetingId'
    | 'meetingProblem'
  >,
  { flagged, now }: { flagged: boolean; now: string },
): Badge[] {
  const text = texts.staff.desk.calls;
  const badges: Badge[] = [];
  const live = isLive(row.status as CallStatus);
  if (row.dayOff) badges.push({ text: text.dayOff(row.dayOff), classes: 'moj-badge--purple' });
  else if (flagged && live) badges.push({ text: text.eve, classes: 'moj-badge--purple' });
  if (live && row.dayOff) {
    if (row.staffConfirmed) badges.push({ text: text.confirmed, classes: 'moj-badge--green' });
    else if (row.flagAt.toISOString() <= now) {
      badges.push({ text: text.needsConfirmation, classes: 'moj-badge--red' });
    }
  }
  // Before its window opens there is time, and a meeting may yet be made by itself.
  const near = NEAR_STATUSES.includes(row.status as CallStatus);
  if (near && lacksJoinLink(row)) {
    badges.push({ text: text.noLink, classes: 'moj-badge--red' });
  }
  if (row.status === 'held' && row.attendanceKnownAt === null) {
    badges.push({ text: text.noAttendance, classes: 'moj-badge--red' });
  }
  return badges;
}
