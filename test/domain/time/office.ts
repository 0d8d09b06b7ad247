import { type BusinessCalendar, createCalendar } from '../../../src/domain/time/calendar.js';
import { readClock } from '../../../src/domain/time/clock.js';
import type {
  CalendarData,
  ClockEvent,
  ClockReading,
  Closure,
  LedgerDay,
} from '../../../src/domain/time/types.js';

/** The office of the program: Los Angeles, weekdays 9 to 5. */
export const officeData: CalendarData = {
  zone: 'America/Los_Angeles',
  officeHours: { opens: '09:00', closes: '17:00' },
  federalHolidays: true,
  holidays: [],
  closures: [],
};

export function office(changes: Partial<CalendarData> = {}): BusinessCalendar {
  return createCalendar({ ...officeData, ...changes });
}

export function closure(date: string, enteredAt: string, removedAt: string | null = null): Closure {
  return { date, name: 'Office move', enteredAt, removedAt };
}

const plain = office();

/** A wall time of the office as an instant: `pt('2026-12-02 17:00')`; seconds may follow. */
export function pt(wall: string): string {
  const [date = '', time = ''] = wall.split(' ');
  return plain.at(date, time);
}

/** An instant as a wall time of the office, to the minute: `2026-12-02 17:00`. */
export function wall(instant: string | null): string | null {
  if (instant === null) return null;
  const date = plain.dateOf(instant);
  const minutes = (Date.parse(instant) - Date.parse(plain.at(date, '12:00'))) / 60_000 + 12 * 60;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function read(events: ClockEvent[], now: string, calendar = plain, promiseDays = 15): ClockReading {
  return readClock({ calendar, events, promiseDays, at: pt(now) });
}

export const started = (at: string): ClockEvent => ({ type: 'started', at: pt(at) });
export const paused = (at: string): ClockEvent => ({ type: 'paused', at: pt(at) });
export const resumed = (at: string): ClockEvent => ({ type: 'resumed', at: pt(at) });
export const stopped = (at: string): ClockEvent => ({ type: 'stopped', at: pt(at) });
export const extended = (at: string, businessDays: number): ClockEvent => ({
  type: 'extended',
  at: pt(at),
  businessDays,
});
export const floor = (at: string, dueDate: string): ClockEvent => ({ type: 'floor', at: pt(at), dueDate });

/** A ledger as lines `11-26 holiday 6 Thanksgiving Day`. */
export function lines(days: LedgerDay[]): string[] {
  return days.map((day) =>
    [day.date.slice(5), day.kind, day.count, day.reason].filter((part) => part !== null).join(' '),
  );
}
