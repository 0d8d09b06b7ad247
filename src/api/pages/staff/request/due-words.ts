import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { formatPair, formatShortDateTime } from '../../../../domain/time/format.js';
import { dueText } from '../../../text/staff-due.js';

export type DueTone = 'overdue' | 'soon' | 'calm' | 'none';

export interface DueWords {
  /** `Due Dec 2, 5:00 PM` and how much of it is left. */
  short: string;
  /** A whole sentence, both coasts. */
  long: string;
  /** Business days left in words; empty when none are counted, or left. */
  left: string;
  tone: DueTone;
}

/** Business days left at or under which a due date is shown as near. */
const SOON = 2;

export type DueFacts = Pick<RequestView, 'dueAt' | 'clock' | 'status'>;

/** Past its due time with the clock not stopped. A paused clock that was overdue stays overdue. */
export function isOverdue({ dueAt, clock }: DueFacts, now: Date): boolean {
  return dueAt !== null && clock.state !== 'stopped' && dueAt < now.toISOString();
}

/** The due date of a request in words. `now` is business time; `zone` the program's. */
export function dueWords(facts: DueFacts, now: Date, zone: string): DueWords {
  const { dueAt, clock } = facts;
  const { businessDaysLeft: left } = clock;
  if (clock.state === 'not-started') {
    return { short: dueText.notStarted, long: dueText.notStartedLong, left: '', tone: 'none' };
  }
  if (clock.state === 'stopped') {
    const long = dueAt ? dueText.stoppedLong(formatPair(dueAt, zone)) : dueText.stopped;
    return { short: dueText.stopped, long, left: '', tone: 'none' };
  }
  if (dueAt === null) {
    return {
      short: dueText.paused,
      long: dueText.pausedLong(left),
      left: dueText.leftOnAnswer(left),
      tone: 'none',
    };
  }
  const day = formatShortDateTime(dueAt, zone);
  const whole = formatPair(dueAt, zone);
  if (isOverdue(facts, now)) {
    const paused = clock.state === 'paused' ? dueText.whilePaused : '';
    return {
      short: dueText.wasDue(day),
      long: dueText.overdueLong(whole) + paused,
      left: '',
      tone: 'overdue',
    };
  }
  return {
    short: dueText.due(day),
    long: dueText.dueLong(whole),
    left: left === 0 ? dueText.dueToday : dueText.left(left),
    tone: left <= SOON ? 'soon' : 'calm',
  };
}
