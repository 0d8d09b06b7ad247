import { describe, expect, test } from '@jest/globals';
import { unsaid } from '../../support/summaries.js';
import { decide, desk, mailsOf } from './site.js';

// Last: it ends calls and pauses series.

describe('a closure entered when the call was planned already', () => {
  const CLOSED = 'legal-working-group-2056-02-23';

  test('is told to the call: staff hear of it each time, its page says so, and taken back a confirmed one is no day off either', async () => {
    const body = { date: '2056-02-23', name: 'Office move' };
    const before = await desk.api('GET', `/api/v1/calls/${CLOSED}`);
    const preview = await desk.api('POST', '/api/v1/closures?preview=true', { as: 'director', body });
    const { startsAt, windowOpensAt } = before.body;
    expect(preview.body.calls).toEqual([{ id: CLOSED, startsAt, cancelsAt: windowOpensAt }]);
    const entered = await desk.api('POST', '/api/v1/closures', { as: 'director', body });
    expect(entered.body.calls).toEqual(preview.body.calls);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/calls/${CLOSED}`)).body.dayOff).toBe('Office move');
    const flags = async () => (await mailsOf(CLOSED)).map((mail) => mail.split(' ')[0]);
    expect(await flags()).toEqual(['call-day-off']);
    const opened = await desk.api('DELETE', '/api/v1/closures/2056-02-23', { as: 'director' });
    expect(opened.body.calls).toEqual([{ id: CLOSED, startsAt, cancelsAt: null }]);
    await desk.advance({ by: 'PT1M' });
    await desk.api('POST', '/api/v1/closures', { as: 'director', body });
    await desk.advance({ by: 'PT1M' });
    expect(await flags()).toEqual(['call-day-off', 'call-day-off']);
    const page = await (await fetch(`${desk.url}/calls/${CLOSED}`)).text();
    expect(page).toContain('This date is a day off (Office move).');
    expect((await decide(CLOSED, { kind: 'confirm' })).status).toBe(200);
    const removed = await desk.api('DELETE', '/api/v1/closures/2056-02-23', { as: 'director' });
    expect(removed.body.calls).toEqual([]);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/calls/${CLOSED}`)).body).toMatchObject({
      dayOff: null,
      status: 'planned',
    });
  });
});

test('every activity and timer of these processes says what it is for, in a code', async () => {
  const { types, silent } = await unsaid(desk);
  expect(types).toEqual(expect.arrayContaining(['bulkMail', 'callCycle', 'mailDelivery', 'taRequest']));
  expect(silent).toEqual([]);
}, 60_000);
