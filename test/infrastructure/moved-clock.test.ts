import { describe, expect, test } from '@jest/globals';

const script: string = '../../scripts/moved-clock.mjs';
const { clockAhead } = (await import(script)) as { clockAhead(clock: string, now: number): number };

describe('CLOCK, for tests', () => {
  const at = (clock: string, now: string) =>
    new Date(Date.parse(now) + clockAhead(clock, Date.parse(now))).toISOString();

  test.each([
    ['nothing', '', '2026-11-28T10:00:00.000Z', '2026-11-28T10:00:00.000Z'],
    ['days from now', '+100d', '2026-11-28T10:00:00.000Z', '2027-03-08T10:00:00.000Z'],
    ['a minute of this year', '12-31T23:59-08:00', '2026-11-28T10:00:00.000Z', '2027-01-01T07:59:00.000Z'],
    [
      'a minute that has just passed',
      '11-28T01:59-08:00',
      '2026-11-28T10:00:00.000Z',
      '2027-11-28T09:59:00.000Z',
    ],
    ['one minute', '2027-03-14T01:59-08:00', '2026-11-28T10:00:00.000Z', '2027-03-14T09:59:00.000Z'],
  ])('%s', (_name, clock, now, moved) => {
    expect(at(clock, now)).toBe(moved);
  });

  test.each(['tomorrow', '+1w', '13-01T00:00Z'])('%s is refused', (clock) => {
    expect(() => clockAhead(clock, 0)).toThrow(`CLOCK=${clock} is no clock`);
  });
});
