import { expect, test } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { byRetryPolicy } from '../../src/activities/contacts/by-retry-policy.js';

const HOUR = 60 * 60_000;
const answering = (done: { state: string; afterMs?: number }, attempt: number) =>
  new MockActivityEnvironment({ attempt }).run(
    byRetryPolicy<null, { state: string }>(async () => done, { longestMs: 6 * HOUR }),
    null,
  );

test.each<[what: string, attempt: number, afterMs: number, delay: number]>([
  ['the first time, half a minute', 1, 0, 30_000],
  ['then twice as long each time', 4, 0, 240_000],
  ['up to six hours', 11, 0, 6 * HOUR],
  ['however often, or after however many crashes', 5_000, 0, 6 * HOUR],
  ['never sooner than it was asked to wait', 2, 24 * HOUR, 24 * HOUR],
])('"again" is a failure that says when: %s', async (_what, attempt, afterMs, nextRetryDelay) => {
  const again = answering({ state: 'again', afterMs }, attempt);
  await expect(again).rejects.toMatchObject({ type: 'again', nextRetryDelay, nonRetryable: false });
});

test.each(['settled', 'refused'])('%s is an answer', async (state) => {
  expect(await answering({ state }, 3)).toEqual({ state });
});
