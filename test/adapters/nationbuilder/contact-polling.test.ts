import { expect, test } from '@jest/globals';
import { createContactPolling } from '../../../src/adapters/nationbuilder/contact-polling.js';

const MINUTE = 60_000;
let wall = Date.parse('2026-12-02T18:00:00.000Z');
const now = () => wall;

test('the nation is asked every quarter of an hour, or when it says', () => {
  const polling = createContactPolling({ everyMs: 15 * MINUTE, simulated: false, now });
  expect([polling.mayAsk(), polling.mayAsk()]).toEqual([true, true]);
  expect(polling.waitMs(null)).toBe(15 * MINUTE);
  expect(polling.waitMs('2026-12-02T18:05:00.000Z')).toBe(15 * MINUTE);
  expect(polling.waitMs('2026-12-02T19:00:00.000Z')).toBe(60 * MINUTE);
});

test('in a rehearsal it is asked by the wall’s clock, however far time jumps', () => {
  const polling = createContactPolling({ everyMs: 15 * MINUTE, simulated: true, now });
  const asked = Array.from({ length: 365 }, () => polling.mayAsk());
  expect(asked.filter(Boolean)).toHaveLength(1);
  expect(polling.waitMs(null)).toBe(24 * 60 * MINUTE);
  wall += 15 * MINUTE;
  expect(polling.mayAsk()).toBe(true);
});
