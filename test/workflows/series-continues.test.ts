import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRuns } from '../../src/adapters/temporal/read-runs.js';
import { callSeriesWorkflowId } from '../../src/domain/calls/workflow-id.js';
import { ensureSeries } from '../../src/usecases/calls/ensure-series.js';
import { continueEarly } from '../support/continue-early.js';
import { startDesk, type TestDesk } from '../support/desk.js';

const SERIES = 'legal-working-group';
const EACH = 12;

/** A series lives for years and continues as new; staff may decide at that very moment. */
describe('a series that continues as new after twelve events', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ startAt: '2056-01-03T08:00:00-08:00' });
    await continueEarly(desk.wired.services.db, 12, 'callSeries');
    await ensureSeries(desk.wired.services);
    await desk.advance({ by: 'PT1M' });
  }, 120_000);
  afterAll(() => desk?.close());

  const runs = () => readRuns(desk.wired.client, callSeriesWorkflowId(SERIES));

  test('extra calls and skipped dates pour in, several at once, some of them twice: each is done once', async () => {
    const before = (await runs()).length;
    const extra = async (n: number) => {
      const body = { kind: 'extra', date: extraDay(n), topic: 'general' };
      await decided(body, randomUUID());
    };
    const skip = async (n: number) => {
      const key = randomUUID();
      const body = { kind: 'skip', date: day('2056-04-05', 7 * n) };
      await decided(body, key);
      // Somebody pressed twice.
      if (n % 3 === 0) await decided(body, key);
    };
    for (let n = 0; n < EACH; n += 1) await Promise.all([extra(2 * n), extra(2 * n + 1), skip(n)]);

    const events = await desk.wired.services.db.processEvent.findMany({
      where: { workflowId: callSeriesWorkflowId(SERIES) },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect([count('extra-planned'), count('skipped')]).toEqual([2 * EACH, EACH]);
    expect((await runs()).length).toBeGreaterThan(before + 2);
    const { body } = await desk.api('GET', `/api/v1/series/${SERIES}`);
    expect(body.skipped).toHaveLength(EACH);
    for (let n = 0; n < 2 * EACH; n += 1) {
      const id = `${SERIES}-${extraDay(n)}`;
      expect([id, await desk.wired.services.db.call.count({ where: { id } })]).toEqual([id, 1]);
    }
  }, 120_000);

  test('decisions every few days do not put the planning off', async () => {
    for (let n = 0; n < 6; n += 1) {
      await desk.advance({ by: n % 2 === 0 ? 'P4D' : 'P3D' });
      await decided({ kind: 'extra', date: day('2056-06-01', n), topic: 'non-legal' }, randomUUID());
    }
    const { body } = await desk.api('GET', `/api/v1/series/${SERIES}`);
    // Nine weeks from January 24.
    expect(body.plannedUntil).toBe('2056-03-27');
  }, 120_000);

  test('paused over a planning and resumed, it goes on where it stood and leaves no call out', async () => {
    await decided({ kind: 'pause' }, randomUUID());
    await desk.advance({ by: 'P21D' });
    expect((await desk.api('GET', `/api/v1/series/${SERIES}`)).body.plannedUntil).toBe('2056-03-27');
    await decided({ kind: 'resume' }, randomUUID());
    await desk.advance({ by: 'PT1M' });
    const rows = await desk.wired.services.db.call.findMany({
      where: {
        seriesId: SERIES,
        startsAt: { gte: new Date('2056-03-20T00:00:00Z'), lt: new Date('2056-05-01T00:00:00Z') },
      },
      orderBy: { startsAt: 'asc' },
    });
    // April 5 and 12 are among the dates skipped above.
    const wednesdays = rows.filter(({ startsAt }) => startsAt.getUTCDay() === 3);
    expect(wednesdays.map(({ id }) => id.slice(-10))).toEqual(['2056-03-22', '2056-03-29']);
    expect((await desk.api('GET', `/api/v1/series/${SERIES}`)).body.plannedUntil).toBe('2056-04-17');
  }, 120_000);

  /** With the engine between two runs the answer may be "try again", under the same key. */
  async function decided(body: object, key: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await desk.api('POST', `/api/v1/series/${SERIES}/decisions`, {
        body,
        headers: { 'idempotency-key': key },
      });
      if (answer.status === 200) return;
      if (answer.status !== 503) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    throw new Error('no answer but "try again"');
  }
});

/** Thursdays and Fridays. */
const extraDay = (n: number) => day('2056-01-06', 7 * Math.floor(n / 2) + (n % 2));

function day(from: string, later: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10);
}
