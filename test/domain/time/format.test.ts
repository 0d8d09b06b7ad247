import { describe, expect, test } from '@jest/globals';
import {
  formatDate,
  formatDateTime,
  formatPair,
  formatShortDate,
  formatShortDateTime,
} from '../../../src/domain/time/format.js';
import { pt } from './office.js';

const PACIFIC = 'America/Los_Angeles';
const noon = pt('2026-12-02 12:00');

describe('dates as US readers write them', () => {
  test('a date', () => expect(formatDate('2026-12-02')).toBe('Wednesday, December 2, 2026'));
  test('a short date', () => expect(formatShortDate('2026-12-02')).toBe('Dec 2'));
  test('a short time', () =>
    expect(formatShortDateTime(pt('2026-12-02 17:00'), PACIFIC)).toBe('Dec 2, 5:00 PM'));

  test.each([
    ['Pacific in winter', noon, PACIFIC, 'Wednesday, December 2, 2026, 12:00 PM PT'],
    ['Pacific in summer', pt('2026-07-01 09:05'), PACIFIC, 'Wednesday, July 1, 2026, 9:05 AM PT'],
    ['Eastern', noon, 'America/New_York', 'Wednesday, December 2, 2026, 3:00 PM ET'],
  ])('%s', (_name, instant, zone, text) => expect(formatDateTime(instant, zone)).toBe(text));

  test.each([
    ['the same day', noon, 'Wednesday, December 2, 2026, 12:00 PM PT / 3:00 PM ET'],
    [
      'past midnight in the east',
      pt('2026-12-02 21:30'),
      'Wednesday, December 2, 2026, 9:30 PM PT / Thursday, December 3, 12:30 AM ET',
    ],
  ])('both coasts, %s', (_name, instant, text) => expect(formatPair(instant)).toBe(text));

  test('a program in the east needs one time', () => {
    expect(formatPair(noon, 'America/New_York')).toBe('Wednesday, December 2, 2026, 3:00 PM ET');
  });

  test('nonsense is refused', () => {
    expect(() => formatDate('someday')).toThrow(RangeError);
    expect(() => formatDateTime(noon, 'America/Atlantis')).toThrow(RangeError);
  });
});
