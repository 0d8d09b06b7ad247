import { type CallStatus, isLive } from '../../../../domain/calls/call-statuses.js';
import type { CallRow } from '../../../../records/calls/call-row.js';
import { boardText as text } from '../../../text/staff-calls/board.js';

interface Badge {
  text: string;
  classes: string;
}

/** What staff should see of a date: the day off, and whether somebody has to say a word. */
export function dayOffBadges(
  row: Pick<CallRow, 'dayOff' | 'staffConfirmed' | 'status' | 'flagAt' | 'attendanceKnownAt'>,
  { flagged, now }: { flagged: boolean; now: string },
): Badge[] {
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
  if (row.status === 'held' && row.attendanceKnownAt === null) {
    badges.push({ text: text.noAttendance, classes: 'moj-badge--red' });
  }
  return badges;
}
