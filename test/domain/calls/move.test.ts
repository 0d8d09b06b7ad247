import { describe, expect, test } from '@jest/globals';
import { reschedule } from '../../../src/domain/calls/move.js';
import { occurrenceOn } from '../../../src/domain/calls/occurrences.js';
import { pt, wall } from '../time/office.js';
import { calendar, socialServices, workingGroup } from './program.js';

const planned = occurrenceOn({ series: workingGroup, calendar, date: '2026-12-02' });

function moved(to: string, series = workingGroup, occurrence = planned) {
  return reschedule({
    occurrence,
    startsAt: pt(to),
    calendar,
    series,
    announcedCloseAt: occurrence.questionsCloseAt,
  });
}

describe('a moved call', () => {
  test.each([
    // to, window opens, questions close, select until, reminder
    ['a day later', '2026-12-03 12:00', ['11-25 13:00', '12-02 14:00', '12-02 17:00', '12-03 09:00']],
    ['two hours later', '2026-12-02 14:00', ['11-25 13:00', '12-01 14:00', '12-01 17:00', '12-02 09:00']],
    ['two weeks later', '2026-12-17 12:00', ['11-25 13:00', '12-16 14:00', '12-16 17:00', '12-17 09:00']],
    [
      'earlier the same day: the announced cut-off stays',
      '2026-12-02 10:00',
      ['11-25 13:00', '12-01 14:00', '12-01 17:00', '12-02 09:00'],
    ],
    [
      'to the afternoon before: the cut-off is the one announced',
      '2026-12-01 18:00',
      ['11-25 13:00', '12-01 14:00', '12-01 17:00', '12-01 09:00'],
    ],
    [
      'to just after the announced cut-off: staff select until it starts',
      '2026-12-01 15:00',
      ['11-25 13:00', '12-01 14:00', '12-01 15:00', '12-01 09:00'],
    ],
    [
      'to before the announced cut-off: the start cuts it off',
      '2026-12-01 12:00',
      ['11-25 13:00', '12-01 12:00', '12-01 12:00', '12-01 09:00'],
    ],
    [
      'to before its window: it opens a call earlier',
      '2026-11-24 12:00',
      ['11-18 13:00', '11-24 12:00', '11-24 12:00', '11-24 09:00'],
    ],
    [
      'to early in the morning: reminded on the day before',
      '2026-12-03 08:00',
      ['11-25 13:00', '12-02 14:00', '12-02 17:00', '12-02 09:00'],
    ],
  ])('%s', (_name, to, expected) => {
    const call = moved(to);
    expect(call).toMatchObject({ id: planned.id, topic: 'trafficking-analysis', date: to.slice(0, 10) });
    expect(call.startsAt).toBe(pt(to));
    expect(
      [call.windowOpensAt, call.questionsCloseAt, call.selectUntil, call.reminderAt].map((at) =>
        wall(at)?.slice(5),
      ),
    ).toEqual(expected);
  });

  test('across the end of daylight saving time noon stays noon', () => {
    const october = occurrenceOn({ series: workingGroup, calendar, date: '2026-10-28' });
    const call = moved('2026-11-04 12:00', workingGroup, october);
    expect([october.startsAt, call.startsAt]).toEqual([
      '2026-10-28T19:00:00.000Z',
      '2026-11-04T20:00:00.000Z',
    ]);
    expect(call.questionsCloseAt).toBe('2026-11-03T22:00:00.000Z');
  });

  test('off a holiday, it is flagged no more; onto one, it is', () => {
    const thanksgiving = occurrenceOn({ series: socialServices, calendar, date: '2026-11-26' });
    expect(thanksgiving.dayOff?.name).toBe('Thanksgiving Day');
    expect(moved('2026-11-19 12:00', socialServices, thanksgiving).dayOff).toBeNull();
    expect(moved('2026-11-26 12:00').dayOff?.kind).toBe('holiday');
  });

  test('moved twice, it is never closed earlier than last announced', () => {
    const later = moved('2026-12-10 12:00');
    const back = moved('2026-12-09 18:00', workingGroup, later);
    expect(later.questionsCloseAt).toBe(pt('2026-12-09 14:00'));
    expect(back.questionsCloseAt).toBe(pt('2026-12-09 14:00'));
  });
});
