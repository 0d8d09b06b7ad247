import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ok } from '../../src/domain/result.js';
import { cancelledCallsOn } from '../../src/usecases/closures/closure-calls.js';
import { planCalls } from './support/calls.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let director: string;
let id: string;
beforeAll(async () => {
  app = await startTestApp();
  director = await app.newKey('director');
  app.setNow('2026-11-02T18:00:00.000Z');
  const created = await app.call('/api/v1/ta-requests', { key: director, body: goodSubmission() });
  id = ((await created.json()) as { id: string }).id;
});
afterAll(() => app.close());

interface Change {
  moves: { id: string; dueAt: string; newDueAt: string }[];
}
const enter = (date: string, preview = false) =>
  app.call(`/api/v1/closures${preview ? '?preview=true' : ''}`, {
    key: director,
    body: { date, name: 'Move' },
  });
const remove = (date: string) => app.call(`/api/v1/closures/${date}`, { method: 'DELETE', key: director });
const facts = () =>
  app.services.db.outbox.findMany({ where: { name: 'requestFact' }, orderBy: { id: 'asc' } });

/** What the recording activity would do: the deadline as the calendar now says. */
describe('closures', () => {
  test('a preview says whom it would move, and keeps nothing', async () => {
    const response = await enter('2026-11-18', true);
    expect(response.status).toBe(200);
    const { moves } = (await response.json()) as Change;
    // Day 15 after Monday, November 2, with Veterans Day: Tuesday, November 24; with the closure Wednesday.
    expect(moves).toEqual([
      expect.objectContaining({
        id,
        dueAt: '2026-11-25T01:00:00.000Z',
        newDueAt: '2026-11-26T01:00:00.000Z',
      }),
    ]);
    expect(await app.services.db.closure.count()).toBe(0);
    expect(await facts()).toEqual([]);
  });

  test.each([
    '2026-11-01',
    '2031-11-03',
    '3026-11-18',
    '9999-12-31',
    '0000-01-01',
    '1926-11-18',
    '2027-02-29',
  ])('a closure on %s is refused', async (date) => {
    const response = await enter(date);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/date']);
    expect((await remove(date)).status).toBe(404);
  });

  test('entering it tells exactly the requests it touches, in the same transaction', async () => {
    expect((await enter('2026-11-18')).status).toBe(201);
    const told = await facts();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ workflowId: `ta-request/${id}/1`, deliveredAt: null });
    expect(JSON.stringify(told[0]?.payload)).toContain('calendar-changed');
  });

  test('a day after everybody’s deadline tells nobody', async () => {
    const before = (await facts()).length;
    const { moves } = (await (await enter('2027-03-10')).json()) as Change;
    expect(moves).toEqual([]);
    expect(await facts()).toHaveLength(before);
  });

  test.each([
    ['a day that is closed already', '2026-11-18', 409],
    ['a past day', '2026-10-30', 422],
    ['a day that does not exist', '2026-02-30', 422],
    ['no day', 'tomorrow', 422],
  ])('%s', async (_name, date, status) => {
    expect((await enter(date)).status).toBe(status);
  });

  test('the list has them by date', async () => {
    const { items } = (await (await app.call('/api/v1/closures', { key: director })).json()) as {
      items: { date: string }[];
    };
    const dates = items.map((item) => item.date);
    expect(dates).toEqual(expect.arrayContaining(['2026-11-18', '2027-03-10']));
    expect(dates).toEqual(dates.toSorted());
  });

  test('removing one near the deadline leaves five business days', async () => {
    app.setNow('2026-11-17T18:00:00.000Z');
    const response = await remove('2026-11-18');
    expect(response.status).toBe(200);
    // Without the closure it would be Tuesday the 24th; five business days from the 17th are that Tuesday too.
    expect(((await response.json()) as Change).moves).toEqual([
      expect.objectContaining({ dueAt: '2026-11-26T01:00:00.000Z', newDueAt: '2026-11-25T01:00:00.000Z' }),
    ]);
    expect((await remove('2026-11-18')).status).toBe(404);
  });

  test('nearer still, the date told before stands', async () => {
    await enter('2026-11-20');
    app.setNow('2026-11-19T18:00:00.000Z');
    const { moves } = (await (await remove('2026-11-20')).json()) as Change;
    expect(moves).toEqual([]);
    expect(JSON.stringify((await facts()).at(-1)?.payload)).toContain('"floor":"2026-11-25"');
  });

  test('a call that a closure has cancelled stays so when it is removed, and the answer names it', async () => {
    await planCalls(app, { from: '2026-12-09', to: '2026-12-16' });
    const [coming, gone] = ['2026-12-09', '2026-12-16'].map((date) => `legal-working-group-${date}`);
    await app.services.db.call.update({
      where: { id: gone ?? '' },
      data: { status: 'cancelled', cancelReason: 'day-off' },
    });
    const at = (date: string, time: string) => `${date}T${time}:00.000Z`;
    const entered = (await (await enter('2026-12-09')).json()) as Change;
    const [startsAt, cancelsAt] = [at('2026-12-09', '20:00'), at('2026-12-02', '21:00')];
    expect(entered).toMatchObject({ calls: [{ id: coming, startsAt, cancelsAt }], cancelledCalls: [] });
    const opened = (await (await remove('2026-12-09')).json()) as Change;
    expect(opened).toMatchObject({
      calls: [{ id: coming, startsAt, cancelsAt: null }],
      cancelledCalls: [],
    });
    const stays = { calls: [], cancelledCalls: [{ id: gone, startsAt: at('2026-12-16', '20:00') }] };
    expect(await (await enter('2026-12-16')).json()).toMatchObject(stays);
    expect(await cancelledCallsOn(app.services, { kind: 'system' }, '2026-12-16')).toEqual(
      ok(stays.cancelledCalls),
    );
    expect(await cancelledCallsOn(app.services, { kind: 'public' }, '2026-12-16')).toMatchObject({
      ok: false,
    });
    expect(await (await remove('2026-12-16')).json()).toMatchObject(stays);
  });

  test.each(['2026-11-18x', 'tomorrow', '2030-01-02'])('removing %s is 404', async (date) => {
    expect((await remove(date)).status).toBe(404);
  });
});
