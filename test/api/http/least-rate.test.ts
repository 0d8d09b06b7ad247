import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { leastRate } from '../../../src/api/http/least-rate.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test.each<[string, number, number | null]>([
  ['stands still', 0, 10],
  ['comes a byte now and then', 1, 10],
  ['comes slowly, as over a poor connection', 20_000, null],
])('a body that %s', (_name, bytesASecond, cutAfterSeconds) => {
  let [second, cutAt]: [number, number | null] = [0, null];
  const rate = leastRate(() => {
    cutAt ??= second;
  });
  for (second = 1; second <= 40; second += 1) {
    rate.moved(bytesASecond);
    jest.advanceTimersByTime(1_000);
  }
  expect(cutAt).toBe(cutAfterSeconds);
  rate.end();
  expect(jest.getTimerCount()).toBe(0);
});
