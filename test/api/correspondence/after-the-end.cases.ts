import { describe, expect, test } from '@jest/globals';
import { REQUEST_STATUSES, type RequestStatus } from '../../../src/domain/requests/statuses.js';
import { ADA, app, aRequest, attorneyId, decide, figures, keys, mails, person, viewOf } from './site.js';

/** Whether one may write, or ask for a reopening, by status. */
const WHEN: Record<RequestStatus, [message: number, reopening: number]> = {
  received: [201, 409],
  'awaiting-prerequisites': [201, 409],
  'awaiting-information': [201, 409],
  queued: [201, 409],
  'in-progress': [201, 409],
  'in-review': [201, 409],
  responded: [409, 202],
  closed: [409, 202],
  redirected: [409, 202],
  declined: [409, 202],
  withdrawn: [409, 202],
  lapsed: [409, 202],
  merged: [409, 409],
};

describe('after the end', () => {
  test.each(REQUEST_STATUSES)('of a request that is %s', async (status) => {
    const { path } = await aRequest({ status });
    const ada = await person(ADA);
    const message = await ada.call(`${path}/correspondence`, { body: 'x' });
    const reopening = await ada.call(`${path}/reopening`, { reason: 'x' });
    expect([message.status, reopening.status]).toEqual(WHEN[status]);
    const reply = await decide(path, 'director', { kind: 'reply', body: 'x' });
    expect(reply.status).toBe(WHEN[status][0] === 201 ? 200 : 409);
  });

  test('while a reopening is asked for no day is said on which it closes', async () => {
    const { id, path } = await aRequest({
      status: 'responded',
      respondedAt: new Date(),
      closesOn: new Date('2054-01-07'),
    });
    const ada = await person(ADA);
    expect(await viewOf(path)).toMatchObject({ closesOn: '2054-01-07' });
    const page = async () => (await ada.visitor.open(`/my/requests/${id}`)).text();
    expect(await page()).toContain('Closes by itself');
    await ada.call(`${path}/reopening`, { reason: 'A new decision came.' });
    expect(await viewOf(path)).toMatchObject({ closesOn: null });
    expect(await page()).not.toContain('Closes by itself');
  });

  test('a reopening is asked for once, and refused with a reason the requester reads', async () => {
    const { id, path } = await aRequest({ status: 'declined' });
    const ada = await person(ADA);
    const asked = await ada.call(`${path}/reopening`, { reason: 'A new decision came.' });
    expect([asked.status, (await asked.json()) as unknown]).toEqual([
      202,
      expect.objectContaining({ id, reopeningAskedAt: expect.any(String) }),
    ]);
    expect((await ada.call(`${path}/reopening`, { reason: 'Again.' })).status).toBe(409);
    expect(await mails(id, 'reopening-requested')).toHaveLength(1);
    const listed = await app.call('/api/v1/ta-requests?status=reopening-asked', { key: keys.admin });
    expect(((await listed.json()) as { items: { id: string }[] }).items.map((item) => item.id)).toContain(id);

    const no = { kind: 'refuse-reopening', reason: 'It is outside of what we do.' };
    expect((await decide(path, 'coordinator', no)).status).toBe(403);
    expect(await (await decide(path, 'attorney', no)).json()).toMatchObject({
      status: 'declined',
      reopeningAskedAt: null,
    });
    expect((await decide(path, 'director', no)).status).toBe(409);
    expect(await mails(id, 'reopening-refused')).toMatchObject([{ to: [ADA] }]);
    const page = await (await ada.visitor.open(`/my/requests/${id}`)).text();
    expect(page).toContain('It is outside of what we do.');
    expect(page).toContain('We decided not to reopen it');
    expect(page).toContain(`/my/requests/${id}/reopening`);
  });

  test.each([
    ['an attorney who has it', 'ana@desk.example', 'ana@desk.example'],
    ['the directors, where a coordinator has it', 'cora@desk.example', 'dora@desk.example'],
    ['the directors, where nobody has it', null, 'dora@desk.example'],
  ])('those who may say no hear of the wish: %s', async (_name, has, hears) => {
    const staff = has ? await app.services.db.staff.findUnique({ where: { email: has } }) : null;
    const { id, path } = await aRequest({ status: 'closed', assigneeId: staff?.id ?? null });
    await (await person(ADA)).call(`${path}/reopening`, { reason: 'A new decision came.' });
    expect(await mails(id, 'reopening-requested')).toMatchObject([{ to: [hears] }]);
  });

  test.each([
    ['who is still there', true, { status: 'in-progress', assignee: { email: 'ana@desk.example' } }],
    ['who has left', false, { status: 'queued', assignee: null }],
  ])('reopened, it goes to the person who had it, %s', async (_name, active, expected) => {
    const where = { id: attorneyId };
    const { id, path } = await aRequest({ status: 'lapsed', assigneeId: attorneyId });
    await app.services.db.staff.update({ where, data: { active } });
    const opened = await decide(path, 'coordinator', { kind: 'reopen', reason: 'Fair.' });
    await app.services.db.staff.update({ where, data: { active: true } });
    expect(await opened.json()).toMatchObject(expected);
    expect(await mails(id, 'assigned')).toHaveLength(active ? 1 : 0);
  });

  test('of one that has ended staff say yes, and the wish is done with', async () => {
    const { path } = await aRequest({ status: 'lapsed' });
    const ada = await person(ADA);
    await ada.call(`${path}/reopening`, { reason: 'I was ill.' });
    const opened = await decide(path, 'coordinator', { kind: 'reopen', reason: 'Fair.' });
    expect(await opened.json()).toMatchObject({ status: 'queued', episode: 2, reopeningAskedAt: null });
    expect((await ada.call(`${path}/correspondence`, { body: 'Thank you.' })).status).toBe(201);
  });
});

test('list, view and figures mean the same by overdue, and what is near is in some list', async () => {
  const now = app.services.clock.now().getTime();
  const day = (n: number) => new Date(now + n * 86_400_000);
  const started = (n: number) => [{ type: 'started', at: day(n).toISOString() }];
  const state = (n: number) => ({ courtDateSince: day(n).toISOString() });
  type Due = 'overdue' | 'today' | 'week' | 'next-week';
  const rows: [Due[], Record<string, unknown>][] = [
    [['overdue'], { dueAt: day(-1), targetAt: day(-1) }],
    [['overdue'], { dueAt: day(9), targetAt: day(-1) }],
    [['today', 'week'], { dueAt: day(9), targetAt: day(-9) }],
    [['today', 'week'], { dueAt: day(9), targetAt: day(-1), processState: state(0) }],
    [['week'], { dueAt: day(9), targetAt: day(3) }],
    [['next-week'], { dueAt: day(9), targetAt: day(9) }],
    [[], { dueAt: day(20), targetAt: day(20) }],
    [
      ['today', 'week'],
      {
        dueAt: null,
        targetAt: day(-1),
        clockState: 'not-started',
        clockEvents: [],
        status: 'awaiting-prerequisites',
      },
    ],
    [
      ['overdue'],
      { dueAt: day(-1), targetAt: day(-1), clockState: 'paused', status: 'awaiting-information' },
    ],
    [
      ['today', 'week'],
      { dueAt: null, targetAt: day(-1), clockState: 'paused', status: 'awaiting-information' },
    ],
    [[], { dueAt: day(-1), targetAt: day(-1), clockState: 'stopped', status: 'responded' }],
  ];
  const levels = async () =>
    ((await (await app.call('/api/v1/service-levels')).json()) as { backlog: { overdue: number } }).backlog
      .overdue;
  const week = async () => (await figures()).week;
  const before = await levels();
  const weekBefore = await week();
  const ids: string[] = [];
  for (const [, change] of rows) {
    const base = { clockState: 'running', clockEvents: started(-5), processState: state(-5) };
    ids.push((await aRequest({ ...base, ...change })).id);
  }
  const expected = (due: Due) => ids.filter((_id, n) => rows[n]?.[0].includes(due));
  for (const due of ['overdue', 'today', 'week', 'next-week'] as const) {
    const found = await app.call(`/api/v1/ta-requests?due=${due}&limit=100`, { key: keys.admin });
    const { items } = (await found.json()) as { items: { id: string; overdue: boolean }[] };
    const listed = items.map(({ id }) => id);
    expect([due, ids.filter((id) => listed.includes(id))]).toEqual([due, expected(due)]);
    expect(new Set(items.map(({ overdue }) => overdue))).toEqual(new Set([due === 'overdue']));
  }
  for (const [n, id] of ids.entries()) {
    expect([n, (await viewOf(`/api/v1/ta-requests/${id}`)).overdue]).toEqual([
      n,
      rows[n]?.[0].includes('overdue'),
    ]);
  }
  expect((await levels()) - before).toBe(expected('overdue').length);
  expect((await week()) - weekBefore).toBe(expected('week').length);
});
