import { addDays, weekdayOf, weekdaysThrough } from './add-days.js';
import { closureChangesBy, closureLookup, closuresAsOf } from './closures.js';
import { federalHolidays } from './federal-holidays.js';
import type { Instant, IsoDate } from './instant.js';
import type { CalendarData } from './types.js';
import { createZone } from './zone.js';

export interface CalendarDay {
  kind: 'business' | 'weekend' | 'holiday' | 'closure';
  /** Name of the holiday or closure. */
  name: string | null;
}

/** The program's days and hours. Dates and wall times are in its zone; days are stepped as dates. */
export interface BusinessCalendar {
  zone: string;
  /** Weekend before holiday before closure, so a day has one explanation. */
  dayOf(date: IsoDate): CalendarDay;
  isBusinessDay(date: IsoDate): boolean;
  /** n > 0: the n-th business day after; n < 0: before; 0: the date itself, or the next business day. */
  addBusinessDays(date: IsoDate, n: number): IsoDate;
  /** Strictly after the date. */
  nextBusinessDay(date: IsoDate): IsoDate;
  /** Business days after the first date up to and including the second; 0 when it is not later. */
  businessDaysBetween(afterDate: IsoDate, throughDate: IsoDate): number;
  dateOf(instant: Instant): IsoDate;
  /** The instant of a wall time `HH:mm`. */
  at(date: IsoDate, time: string): Instant;
  opens(date: IsoDate): Instant;
  closes(date: IsoDate): Instant;
  /** The calendar as it stood at an instant: closures entered or removed later are left out. */
  asOf(at: Instant): BusinessCalendar;
}

/** @throws RangeError when the zone is unknown; the methods throw it on malformed dates and instants. */
export function createCalendar(data: CalendarData): BusinessCalendar {
  const zone = createZone(data.zone);
  const closureOn = closureLookup({ zone, closures: data.closures });
  const programHolidays = new Map(data.holidays.map((holiday) => [holiday.date, holiday.name]));
  // Lists compute many clocks on one calendar: each date and each closing time is worked out once.
  const days = new Map<IsoDate, CalendarDay>();
  const wallTimes = new Map<string, Instant>();
  const steps = new Map<string, IsoDate>();
  const earlier = new Map<number, BusinessCalendar>();
  const changes = data.closures.length + data.closures.filter((closure) => closure.removedAt !== null).length;

  function workOut(date: IsoDate): CalendarDay {
    const weekday = weekdayOf(date);
    if (weekday === 0 || weekday === 6) return { kind: 'weekend', name: null };
    const federal = data.federalHolidays ? federalHolidays(Number(date.slice(0, 4))).get(date) : undefined;
    const holiday = federal ?? programHolidays.get(date);
    if (holiday !== undefined) return { kind: 'holiday', name: holiday };
    const closure = closureOn(date);
    return closure ? { kind: 'closure', name: closure.name } : { kind: 'business', name: null };
  }

  /** Every date that holidays and closures name in these years, each once. */
  function namedDaysIn(firstYear: number, lastYear: number): IsoDate[] {
    const named = [...programHolidays.keys(), ...data.closures.map((closure) => closure.date)];
    for (let year = firstYear; data.federalHolidays && year <= lastYear; year += 1) {
      named.push(...federalHolidays(year).keys());
    }
    return [...new Set(named)];
  }

  const calendar: BusinessCalendar = {
    zone: data.zone,
    dayOf(date) {
      const day = days.get(date) ?? workOut(date);
      days.set(date, day);
      return day;
    },
    isBusinessDay: (date) => calendar.dayOf(date).kind === 'business',
    addBusinessDays(date, n) {
      if (n === 0) return calendar.isBusinessDay(date) ? date : calendar.nextBusinessDay(date);
      const key = `${date} ${n}`;
      let day = steps.get(key) ?? date;
      for (let left = steps.has(key) ? 0 : Math.abs(n); left > 0; ) {
        day = addDays(day, Math.sign(n));
        if (calendar.isBusinessDay(day)) left -= 1;
      }
      steps.set(key, day);
      return day;
    },
    nextBusinessDay: (date) => calendar.addBusinessDays(date, 1),
    businessDaysBetween(afterDate, throughDate) {
      if (throughDate <= afterDate) return 0;
      const off = namedDaysIn(Number(afterDate.slice(0, 4)), Number(throughDate.slice(0, 4))).filter(
        (date) => date > afterDate && date <= throughDate && isNamedDayOff(calendar.dayOf(date)),
      );
      return weekdaysThrough(throughDate) - weekdaysThrough(afterDate) - off.length;
    },
    dateOf: zone.dateOf,
    at(date, time) {
      const key = `${date}T${time}`;
      const instant = wallTimes.get(key) ?? zone.at(date, time);
      wallTimes.set(key, instant);
      return instant;
    },
    opens: (date) => calendar.at(date, data.officeHours.opens),
    closes: (date) => calendar.at(date, data.officeHours.closes),
    asOf(at) {
      const known = closureChangesBy(data.closures, at);
      if (known === changes) return calendar;
      const then =
        earlier.get(known) ?? createCalendar({ ...data, closures: closuresAsOf(data.closures, at) });
      earlier.set(known, then);
      return then;
    },
  };
  return calendar;
}

/** On a weekday: the others are counted by the week. */
const isNamedDayOff = ({ kind }: CalendarDay): boolean => kind === 'holiday' || kind === 'closure';
