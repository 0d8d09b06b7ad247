import type { Instant, IsoDate } from './instant.js';

/** A day the office is closed, entered by staff. Past days keep the state they had. */
export interface Closure {
  date: IsoDate;
  name: string;
  enteredAt: Instant;
  removedAt: Instant | null;
}

/** What the calendar is made of: program data plus the closures staff entered. */
export interface CalendarData {
  /** IANA zone, e.g. `America/Los_Angeles`. */
  zone: string;
  /** Wall times `HH:mm` in the zone. */
  officeHours: { opens: string; closes: string };
  /** Observe US federal holidays (Inauguration Day never). */
  federalHolidays: boolean;
  /** Holidays of the program beyond the federal ones. */
  holidays: { date: IsoDate; name: string }[];
  closures: Closure[];
}

export type DayKind = 'received' | 'counted' | 'weekend' | 'holiday' | 'closure' | 'paused' | 'due';

/** One line of the day ledger. `count` = business days used by the end of that day. */
export interface LedgerDay {
  date: IsoDate;
  kind: DayKind;
  count: number;
  /** Name of the holiday or closure, or a short code; null where the kind says it all. */
  reason: string | null;
}

/** Typed events from which a request's clock is computed, oldest first. */
export type ClockEvent =
  | { type: 'started'; at: Instant }
  | { type: 'paused'; at: Instant }
  | { type: 'resumed'; at: Instant }
  | { type: 'extended'; at: Instant; businessDays: number }
  | { type: 'stopped'; at: Instant }
  /** A removed closure must not shorten the deadline below this date. */
  | { type: 'floor'; at: Instant; dueDate: IsoDate };

export type ClockState = 'not-started' | 'running' | 'paused' | 'stopped';

export interface ClockReading {
  state: ClockState;
  businessDaysUsed: number;
  businessDaysLeft: number;
  /** Null while not started and while paused before the due day. */
  dueAt: Instant | null;
  days: LedgerDay[];
}
