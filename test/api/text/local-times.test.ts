import { describe, expect, test } from '@jest/globals';
import { localTimes } from '../../../src/api/text/en/local-times.js';
import { occurrenceOn } from '../../../src/domain/calls/occurrences.js';
import { timeLeft, windowAt } from '../../../src/domain/calls/question-window.js';
import { calendar, workingGroup } from '../../domain/calls/program.js';
import { pt } from '../../domain/time/office.js';

const viewer = (date: string, viewerZone: string | null) =>
  localTimes({
    at: occurrenceOn({ series: workingGroup, calendar, date }).startsAt,
    programZone: 'America/Los_Angeles',
    viewerZone,
  }).viewer?.text ?? null;

describe('when a call is, read where one lives', () => {
  test('Pacific and Eastern time are always said', () => {
    const at = pt('2026-12-02 12:00');
    expect(localTimes({ at, programZone: 'America/Los_Angeles' })).toEqual({
      announced: 'Wednesday, December 2, 2026, 12:00 PM PT / 3:00 PM ET',
      viewer: null,
    });
  });

  test.each([
    [
      'Arizona in winter',
      '2026-12-02',
      'America/Phoenix',
      'Wednesday, December 2, 2026, 1:00 PM Arizona time',
    ],
    ['Arizona in summer', '2026-07-01', 'America/Phoenix', 'Wednesday, July 1, 2026, 12:00 PM Arizona time'],
    [
      'Arizona, the week after daylight saving time began',
      '2027-03-17',
      'America/Phoenix',
      'Wednesday, March 17, 2027, 12:00 PM Arizona time',
    ],
    [
      'Arizona, the week before',
      '2027-03-10',
      'America/Phoenix',
      'Wednesday, March 10, 2027, 1:00 PM Arizona time',
    ],
    [
      'Guam in winter: the next day',
      '2026-12-02',
      'Pacific/Guam',
      'Thursday, December 3, 2026, 6:00 AM Guam time',
    ],
    [
      'Guam in summer: the next day',
      '2026-07-01',
      'Pacific/Guam',
      'Thursday, July 2, 2026, 5:00 AM Guam time',
    ],
    ['Chicago', '2026-12-02', 'America/Chicago', 'Wednesday, December 2, 2026, 2:00 PM CT'],
    ['Honolulu', '2026-12-02', 'Pacific/Honolulu', 'Wednesday, December 2, 2026, 10:00 AM Hawaii time'],
    ['New York: said already', '2026-12-02', 'America/New_York', null],
    ['Los Angeles: said already', '2026-12-02', 'America/Los_Angeles', null],
    ['a zone nobody has', '2026-12-02', 'Mars/Olympus_Mons', null],
    ['nonsense', '2026-12-02', '<script>', null],
    ['nothing', '2026-12-02', null, null],
  ])('%s', (_name, date, zone, text) => {
    expect(viewer(date, zone)).toBe(text);
  });
});

describe('the window as a page shows it', () => {
  const call = {
    ...occurrenceOn({ series: workingGroup, calendar, date: '2026-12-02' }),
    status: 'open' as const,
  };

  test.each([
    ['2026-11-25 12:59:59', 'not-yet'],
    ['2026-11-25 13:00', 'open'],
    ['2026-12-01 13:59:59', 'open'],
    ['2026-12-01 14:00', 'closed'],
  ])('%s: %s', (at, state) => {
    expect(windowAt({ call, at: pt(at) })).toBe(state);
  });

  test.each([
    ['2026-11-25 13:00', { days: 6, hours: 1, minutes: 0 }],
    ['2026-12-01 13:59:30', { days: 0, hours: 0, minutes: 0 }],
    ['2026-12-01 14:00', null],
  ])('at %s there is left %j', (at, left) => {
    expect(timeLeft({ at: pt(at), until: call.questionsCloseAt })).toEqual(left);
  });

  test('over the end of daylight saving time an hour more is left', () => {
    expect(timeLeft({ at: pt('2026-10-31 14:00'), until: pt('2026-11-03 14:00') })).toEqual({
      days: 3,
      hours: 1,
      minutes: 0,
    });
  });
});
