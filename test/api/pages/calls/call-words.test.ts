import { describe, expect, test } from '@jest/globals';
import { callTag, windowWords } from '../../../../src/api/pages/calls/call-words.js';
import { callsText } from '../../../../src/api/text/calls.js';
import type { CallStatus } from '../../../../src/domain/calls/call-statuses.js';

/** Wednesday, November 11, 2026, noon to one Pacific. */
const call = (status: CallStatus) => ({
  status,
  windowOpensAt: '2026-11-04T21:00:00.000Z',
  questionsCloseAt: '2026-11-10T22:00:00.000Z',
  startsAt: '2026-11-11T20:00:00.000Z',
  endsAt: '2026-11-11T21:00:00.000Z',
});

describe('a call’s state in two words', () => {
  test.each<[string, CallStatus, string, string]>([
    ['before its window', 'planned', '2026-11-04T20:59:59.999Z', 'Planned'],
    [
      'in its window, though the engine is a moment late',
      'planned',
      '2026-11-04T21:00:00.000Z',
      'Questions open',
    ],
    ['at the very cut-off', 'open', '2026-11-10T22:00:00.000Z', 'Questions closed'],
    ['once selected', 'confirmed', '2026-11-11T01:00:00.000Z', 'Taking place'],
    ['while it goes on', 'confirmed', '2026-11-11T20:30:00.000Z', 'Going on now'],
    ['after its end, though nothing is recorded yet', 'confirmed', '2026-11-11T21:00:00.000Z', 'Over'],
    ['held', 'held', '2026-11-11T21:00:00.000Z', 'Over'],
    ['cancelled, whenever', 'cancelled', '2026-11-05T21:00:00.000Z', 'Cancelled'],
  ])('%s', (_name, status, now, expected) => {
    expect(callTag(call(status), now).text).toBe(expected);
  });
});

describe('whether a question can be asked', () => {
  const at = (now: string, status: CallStatus = 'open', viewerZone: string | null = null) =>
    windowWords(call(status), { now, zone: 'America/Los_Angeles', viewerZone });

  test('open: until when, how long, and when that is in Guam', () => {
    expect(at('2026-11-09T21:00:00.000Z', 'open', 'Pacific/Guam')).toEqual({
      isOpen: true,
      sentence: 'Questions are open until Tuesday, November 10, 2026, 2:00 PM PT / 5:00 PM ET.',
      left: 'Time left: 1 day and 1 hour.',
      here: 'Where you are, that is Wednesday, November 11, 2026, 8:00 AM Guam time.',
    });
  });

  test.each<[string, CallStatus, string, string]>([
    [
      'not yet',
      'planned',
      '2026-11-04T00:00:00.000Z',
      'Questions open on Wednesday, November 4, 2026, 1:00 PM PT',
    ],
    ['closed', 'open', '2026-11-10T22:00:00.000Z', 'Questions for this call closed on Tuesday'],
    ['cancelled', 'cancelled', '2026-11-09T22:00:00.000Z', 'not taken for a cancelled call'],
  ])('%s', (_name, status, now, expected) => {
    const words = at(now, status);
    expect(words.sentence).toContain(expected);
    expect(words).toMatchObject({ isOpen: false, left: null });
  });
});

test.each([
  [{ days: 2, hours: 3, minutes: 4 }, '2 days and 3 hours'],
  [{ days: 1, hours: 0, minutes: 4 }, '1 day'],
  [{ days: 0, hours: 1, minutes: 1 }, '1 hour and 1 minute'],
  [{ days: 0, hours: 0, minutes: 59 }, '59 minutes'],
  [{ days: 0, hours: 0, minutes: 0 }, 'less than a minute'],
])('%j reads %s', (left, words) => {
  expect(callsText.timeLeft(left)).toBe(words);
});
