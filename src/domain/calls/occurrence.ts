import type { CallTopic } from '../program/call-series.schema.js';
import type { Instant, IsoDate } from '../time/instant.js';

/** The points in time of one call. All follow from its date by the rule of its series; a move sets them anew. */
export interface CallTimes {
  /** In the program's zone; of a moved call the new one. */
  date: IsoDate;
  startsAt: Instant;
  endsAt: Instant;
  /** Scheduled end of the call before by the rule, also when that one was cancelled or moved. */
  windowOpensAt: Instant;
  /** At this very instant the form is closed. */
  questionsCloseAt: Instant;
  /** Staff select until then; afterwards free places are filled automatically. */
  selectUntil: Instant;
  reminderAt: Instant;
  /** When staff hear that the call falls on a day off. */
  flagAt: Instant;
}

export interface DayOff {
  kind: 'holiday' | 'closure';
  name: string;
}

/** Why staff hear of a date ahead of time. The eve is a working day: nothing is cancelled for it. */
export type DayFlag = DayOff | { kind: 'eve'; name: string };

/** One call as the rule plans it. */
export interface Occurrence extends CallTimes {
  /** `<series>-yyyy-mm-dd` of the date first planned; a moved call keeps it. */
  id: string;
  series: string;
  topic: CallTopic;
  /** Cancelled when its window would open, unless staff confirm. */
  dayOff: DayOff | null;
  /** The day off, or Christmas Eve. */
  flag: DayFlag | null;
}

export function callId(series: string, date: IsoDate): string {
  return `${series}-${date}`;
}

/** The date a call was first planned for. @throws RangeError when the text is not a call's id. */
export function plannedDateOf(id: string): IsoDate {
  const date = /-(\d{4}-\d{2}-\d{2})$/.exec(id)?.[1];
  if (!date) throw new RangeError('not the id of a call');
  return date;
}
