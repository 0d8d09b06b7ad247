import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/activity';
import type { RecordRequestEvent } from '../../src/activities/requests/record-request-event.js';
import type { RequestEventType } from '../../src/domain/requests/events.js';
import type { Deadline } from '../../src/domain/requests/state.js';
import { until } from '../support/system.js';
import { type FakeEngine, fakeRequest, NOTHING_DUE, startFakeEngine } from './fake-engine.js';

/** On a real server: what recording refuses for good is refused to whoever asked, and the process lives on. */
let engine: FakeEngine;
beforeAll(async () => {
  engine = await startFakeEngine();
}, 120_000);
afterAll(() => engine?.close());

let tries: RequestEventType[];
beforeEach(() => {
  tries = [];
});

/** Fails for good what `fails` says, and counts every try. */
function failing(fails: (input: RecordRequestEvent) => boolean, code = 'cannot-plan') {
  engine.record = (input) => {
    tries.push(input.event.type);
    if (fails(input)) throw ApplicationFailure.nonRetryable(code, code);
    return NOTHING_DUE;
  };
}
const calendarChanged = (changeId: string) => ({
  v: 1 as const,
  kind: 'calendar-changed' as const,
  changeId,
  floor: null,
  at: new Date().toISOString(),
});

describe('a decision', () => {
  test.each([
    ['a date that can’t be planned with', 'cannot-plan', 'invalid'],
    ['a draft that is gone', 'no-draft', 'not-allowed-now'],
    ['another event under its number', 'event-conflict', 'not-allowed-now'],
    ['another version by now', 'version-mismatch', 'version-mismatch'],
  ])(
    '%s: refused, and the next one is taken',
    async (_what, reason, code) => {
      const request = await fakeRequest(engine);
      const { decide } = request;
      failing(({ event }) => event.type === 'withdrawn', reason);
      expect(await decide({ kind: 'withdraw' }, randomUUID())).toMatchObject({
        outcome: 'refused',
        problem: { code },
      });
      expect(await decide({ kind: 'extend', businessDays: 2 }, randomUUID())).toMatchObject({
        outcome: 'done',
        result: { seq: 1 },
      });
      expect(request.recorded.map(({ event }) => event.type)).toEqual(['extended']);
      expect(tries).toEqual(['withdrawn', 'extended']);
    },
    60_000,
  );

  test('sent again under the same id once it can be recorded: done', async () => {
    const request = await fakeRequest(engine);
    const { decide } = request;
    const commandId = randomUUID();
    failing(() => true);
    for (let time = 1; time <= 3; time += 1) {
      expect(await decide({ kind: 'extend', businessDays: 2 }, commandId)).toMatchObject({
        outcome: 'refused',
      });
    }
    failing(() => false);
    for (let time = 1; time <= 2; time += 1) {
      expect(await decide({ kind: 'extend', businessDays: 2 }, commandId)).toMatchObject({ outcome: 'done' });
    }
    expect(request.recorded).toHaveLength(1);
  }, 60_000);

  test('several at once, one of which can’t be: the others are done, each answered with its own number', async () => {
    const request = await fakeRequest(engine);
    const { decide } = request;
    failing(({ event }) => event.data.businessDays === 13);
    const answers = await Promise.all(
      [13, 1, 13, 2, 3].map((businessDays) => decide({ kind: 'extend', businessDays }, randomUUID())),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['refused', 'done', 'refused', 'done', 'done']);
    expect(request.recorded.map(({ event }) => event.seq)).toEqual([1, 2, 3]);
  }, 60_000);
});

describe('what nobody can be told about', () => {
  test('a fact is held, tried with the next decision, and lost neither then nor by continuing as new', async () => {
    const request = await fakeRequest(engine, { continueAfterEvents: 12 });
    failing(({ event }) => event.type === 'calendar-changed');
    await request.signal(calendarChanged('held'));
    for (let n = 0; n < 4; n += 1) {
      expect(await request.decide({ kind: 'extend', businessDays: 1 }, randomUUID())).toMatchObject({
        outcome: 'done',
      });
    }
    // Once when it came, once after each of the four: nothing spins.
    await until(
      () => tries.filter((type) => type === 'calendar-changed').length === 5,
      () => tries.join(),
    );
    expect(await request.mend()).toBe('held');
    expect((await request.runs()).length).toBeGreaterThan(1);
    failing(() => false);
    expect(await request.mend()).toBe('mended');
    expect(request.recorded.at(-1)?.event).toMatchObject({ seq: 5, data: { changeId: 'held' } });
  }, 60_000);

  test('a deadline is held while decisions go on, and comes when somebody mends', async () => {
    const request = await fakeRequest(engine);
    const due: Deadline = { kind: 'unassigned-reminder', at: '2026-01-01T00:00:00.000Z', n: 2 };
    const next = () => (tries.includes('unassigned-reminded') ? null : due);
    engine.record = ({ event }) => {
      if (event.type === 'unassigned-reminded') {
        tries.push(event.type);
        throw ApplicationFailure.nonRetryable('cannot-plan', 'cannot-plan');
      }
      return { ...NOTHING_DUE, next: due };
    };
    const extend = () => request.decide({ kind: 'extend', businessDays: 1 }, randomUUID());
    expect(await extend()).toMatchObject({ outcome: 'done' });
    expect(await extend()).toMatchObject({ outcome: 'done' });
    expect(await request.mend()).toBe('held');
    expect(tries.filter((type) => type === 'unassigned-reminded')).toHaveLength(3);
    tries = [];
    engine.record = ({ event }) => {
      tries.push(event.type);
      return { ...NOTHING_DUE, next: next() };
    };
    expect(await request.mend()).toBe('mended');
    expect(tries).toEqual(['unassigned-reminded']);
  }, 60_000);
});

test('a fact and a wish to mend that can’t be read stop nothing', async () => {
  const request = await fakeRequest(engine);
  failing(() => false);
  const handle = engine.client.workflow.getHandle(request.workflowId);
  await handle.signal('requestFact', null);
  await handle.signal('requestFact', { kind: 'of-a-later-version' });
  await expect(handle.executeUpdate('mend', { args: [null] })).rejects.toThrow();
  expect(await request.decide({ kind: 'extend', businessDays: 1 }, randomUUID())).toMatchObject({
    outcome: 'done',
  });
  expect(tries).toEqual(['extended']);
}, 60_000);
