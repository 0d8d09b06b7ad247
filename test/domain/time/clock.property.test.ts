import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/time/add-days.js';
import type { BusinessCalendar } from '../../../src/domain/time/calendar.js';
import { readClock } from '../../../src/domain/time/clock.js';
import type { ClockEvent, Closure } from '../../../src/domain/time/types.js';
import { office, officeData } from './office.js';

const MINUTE = 60_000;
/** Half a year that holds Thanksgiving, Christmas, an observed New Year and both daylight saving changes. */
const BASE = Date.parse('2027-10-01T12:00:00Z');
const instantAt = (minutes: number) => new Date(BASE + minutes * MINUTE).toISOString();
const DAY = 24 * 60;

const offset = (days: number) => fc.integer({ min: 0, max: days * DAY });
const closures = fc.array(
  fc.tuple(offset(150), fc.integer({ min: -20, max: 60 }), fc.option(offset(40))).map(
    ([entered, ahead, removed]): Closure => ({
      date: addDays(instantAt(entered).slice(0, 10), ahead),
      name: 'Office move',
      enteredAt: instantAt(entered),
      removedAt: removed === null ? null : instantAt(entered + removed),
    }),
  ),
  { maxLength: 6 },
);

/** A start, then pauses, answers and extensions in order of time; `gaps` in minutes. */
const events = fc
  .tuple(
    offset(120),
    fc.array(fc.tuple(offset(12), fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3 })), { maxLength: 7 }),
  )
  .map(([start, steps]) => {
    const list: ClockEvent[] = [{ type: 'started', at: instantAt(start) }];
    let minutes = start;
    let running = true;
    for (const [gap, extension] of steps) {
      minutes += gap;
      const at = instantAt(minutes);
      if (extension !== null) list.push({ type: 'extended', at, businessDays: extension });
      else {
        list.push({ type: running ? 'paused' : 'resumed', at });
        running = !running;
      }
    }
    return { list, running, lastMinute: minutes };
  });

const promise = fc.integer({ min: 1, max: 30 });

function readLast(calendar: BusinessCalendar, list: ClockEvent[], promiseDays: number) {
  return readClock({ calendar, events: list, promiseDays, at: list.at(-1)?.at ?? instantAt(0) });
}

function totalOf(list: ClockEvent[], promiseDays: number): number {
  return list.reduce((sum, event) => sum + (event.type === 'extended' ? event.businessDays : 0), promiseDays);
}

test('the due date is a business day at 17:00, and a running clock always has one', () => {
  fc.assert(
    fc.property(closures, events, promise, (closed, { list, running }, days) => {
      const calendar = office({ closures: closed });
      const { dueAt, state } = readLast(calendar, list, days);
      expect(state).toBe(running ? 'running' : 'paused');
      if (running) expect(dueAt).not.toBeNull();
      if (dueAt === null) return;
      expect(calendar.isBusinessDay(calendar.dateOf(dueAt))).toBe(true);
      expect(dueAt).toBe(calendar.at(calendar.dateOf(dueAt), '17:00'));
    }),
  );
});

test('the ledger is every date once, in order, and its counted days are the days promised', () => {
  fc.assert(
    fc.property(closures, events, promise, (closed, { list, lastMinute }, days) => {
      const calendar = office({ closures: closed });
      const reading = readClock({ calendar, events: list, promiseDays: days, at: instantAt(lastMinute) });
      const ledger = reading.days;
      for (const [i, day] of ledger.entries()) {
        if (i > 0) expect(day.date).toBe(addDays(ledger[i - 1]?.date ?? '', 1));
        expect(day.count).toBeGreaterThanOrEqual(ledger[i - 1]?.count ?? 0);
      }
      const last = ledger.at(-1);
      if (reading.dueAt === null) {
        expect(last?.count).toBe(reading.businessDaysUsed);
      } else {
        expect(last).toMatchObject({ kind: 'due', date: calendar.dateOf(reading.dueAt) });
        expect(last?.count).toBe(totalOf(list, days));
        expect(ledger.filter((day) => day.kind === 'due')).toHaveLength(1);
      }
    }),
  );
});

test('used and left add up to the promise until the days are used up', () => {
  fc.assert(
    fc.property(closures, events, promise, offset(30), (closed, { list, lastMinute }, days, later) => {
      const calendar = office({ closures: closed });
      const at = instantAt(lastMinute + later);
      const { businessDaysUsed, businessDaysLeft } = readClock({
        calendar,
        events: list,
        promiseDays: days,
        at,
      });
      expect(businessDaysLeft).toBe(Math.max(0, totalOf(list, days) - businessDaysUsed));
    }),
  );
});

test('a pause and an answer never shorten a deadline, with a floor or without', () => {
  const gaps = fc.tuple(offset(20), offset(20), fc.option(fc.integer({ min: 1, max: 60 })));
  fc.assert(
    fc.property(closures, events, promise, gaps, (closed, { list, running, lastMinute }, days, gap) => {
      fc.pre(running);
      const calendar = office({ closures: closed });
      const [untilPause, untilAnswer, floorDays] = gap;
      const dueDate = addDays(calendar.dateOf(instantAt(lastMinute)), floorDays ?? 0);
      const before: ClockEvent[] =
        floorDays === null ? list : [...list, { type: 'floor', at: instantAt(lastMinute), dueDate }];
      const after: ClockEvent[] = [
        ...before,
        { type: 'paused', at: instantAt(lastMinute + untilPause) },
        { type: 'resumed', at: instantAt(lastMinute + untilPause + untilAnswer) },
      ];
      const first = readLast(calendar, before, days).dueAt ?? '';
      expect((readLast(calendar, after, days).dueAt ?? '') >= first).toBe(true);
    }),
  );
});

test('another closure never makes a deadline earlier', () => {
  fc.assert(
    fc.property(closures, closures, events, promise, (closed, more, { list }, days) => {
      const before = readLast(office({ closures: closed }), list, days).dueAt;
      const after = readLast(office({ closures: [...closed, ...more] }), list, days).dueAt;
      if (before !== null && after !== null) expect(after >= before).toBe(true);
    }),
  );
});

test('stepping forth and back, and counting, agree', () => {
  fc.assert(
    fc.property(closures, offset(150), fc.integer({ min: 1, max: 60 }), (closed, minutes, n) => {
      const calendar = office({ ...officeData, closures: closed });
      const from = calendar.addBusinessDays(instantAt(minutes).slice(0, 10), 0);
      const to = calendar.addBusinessDays(from, n);
      expect(calendar.businessDaysBetween(from, to)).toBe(n);
      expect(calendar.addBusinessDays(to, -n)).toBe(from);
    }),
  );
});
