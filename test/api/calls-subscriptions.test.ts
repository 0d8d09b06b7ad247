import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendBatch } from '../../src/activities/calls/send-batch.js';
import type { CallState } from '../../src/domain/calls/call-state.js';
import { callWorkflowId } from '../../src/domain/calls/workflow-id.js';
import { batchIdOf, writeBatch } from '../../src/usecases/calls/bulk-mail.js';
import { listenersOf, mayMail, saidNo } from '../../src/usecases/calls/call-audience.js';
import { renderMessage } from '../../src/usecases/mail/render-message.js';
import { appendEvent } from '../../src/usecases/process-events.js';
import { type Recording, recording } from '../../src/usecases/recording.js';
import { suppressAddress } from '../../src/usecases/subscriptions/suppress-address.js';
import { takeBounceReport } from '../../src/usecases/subscriptions/take-bounce-report.js';
import { unsubscribeLink } from '../../src/usecases/subscriptions/tokens.js';
import { arf, dsn } from '../domain/mail/reports.js';
import { goodRegistration, planCalls, stranger } from './support/calls.js';
import { rowCounts } from './support/row-counts.js';
import { somebodyWaits } from './support/somebody-waits.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2026-12-01' });
  key = await app.newKey('coordinator');
});
afterAll(() => app.close());

interface Answer {
  id: string | null;
  status: string;
  code: string;
  errors: { pointer: string }[];
}
async function send(path: string, body: unknown, as?: string, method = 'POST') {
  const response = await app.call(`/api/v1${path}`, { method, key: as, body });
  return { status: response.status, body: (await response.json()) as Answer };
}
const wish = (email: string, change: Record<string, unknown> = {}) => ({
  email,
  name: 'Ada',
  lists: [],
  emailUpdates: true,
  ...change,
});
const rowOf = (email: string) => app.services.db.subscription.findUnique({ where: { email } });

async function linksTo(email: string): Promise<string[]> {
  const rows = await app.services.db.message.findMany({
    where: { to: { has: email }, kind: 'subscription-confirmation' },
    orderBy: { queuedAt: 'asc' },
  });
  const mails = await Promise.all(rows.map((row) => renderMessage(app.services, row)));
  return mails.map(({ text }) => /\/subscribe\/confirm\/(\w+)/.exec(text)?.[1] ?? '');
}

describe('asking for mail', () => {
  test('a stranger’s wish waits for the owner of the address, once a day', async () => {
    const email = 'new@office.example';
    expect(await send('/subscriptions', wish(email))).toMatchObject({
      status: 201,
      body: { id: null, status: 'pending' },
    });
    await send('/subscriptions', wish(email));
    const [token, ...more] = await linksTo(email);
    expect(more).toEqual([]);
    expect(await rowOf(email)).toMatchObject({ status: 'pending' });
    expect((await send('/subscriptions/confirmations', { token })).body.status).toBe('confirmed');
    expect(await rowOf(email)).toMatchObject({ status: 'confirmed', emailUpdates: true });
    expect((await send('/subscriptions/confirmations', { token })).status).toBe(404);
    // On its page, pressing twice or opening the mail again says what stands, until it doesn't.
    const page = async (method: string) => {
      const answer = await app.call(`/subscribe/confirm/${token}`, { method });
      return [answer.status, (await answer.text()).includes('work any more')];
    };
    expect([await page('GET'), await page('POST')]).toEqual([
      [200, false],
      [200, false],
    ]);
    const unsubscribe = await app.services.db.subscription.update({
      where: { email },
      data: { status: 'unsubscribed' },
    });
    expect(unsubscribe.status).toBe('unsubscribed');
    expect(await page('GET')).toEqual([404, true]);
  });

  test('staff vouch for an address: it counts at once', async () => {
    const email = 'vouched@office.example';
    expect(await send('/subscriptions', wish(email), key)).toMatchObject({
      status: 201,
      body: { status: 'confirmed' },
    });
    expect(await send('/subscriptions', wish(email), key)).toMatchObject({
      status: 200,
      body: { status: 'confirmed' },
    });
    expect(await linksTo(email)).toEqual([]);
  });

  test('without e-mail updates nothing is confirmed and nobody is written to', async () => {
    const email = 'quiet@office.example';
    const answer = await send('/subscriptions', wish(email, { emailUpdates: false }), key);
    expect(answer.body).toMatchObject({ status: 'pending', emailUpdates: false });
    expect(await linksTo(email)).toEqual([]);
  });

  test('a stranger neither learns nor changes anything about a subscriber', async () => {
    const email = 'known@office.example';
    await send('/subscriptions', wish(email, { lists: ['social-services'] }), key);
    const before = await rowOf(email);
    const stranger = await send('/subscriptions', wish(email, { name: 'Mallory', lists: ['x'] }));
    const leaving = await send('/subscriptions', wish(email, { emailUpdates: false }));
    expect([stranger.body.status, leaving.body.status]).toEqual(['pending', 'pending']);
    expect(await rowOf(email)).toEqual(before);
    expect(await linksTo(email)).toEqual([]);
  });

  test.each([
    ['no address', { email: 'nobody' }, '/email'],
    ['updates as text', { emailUpdates: 'yes' }, '/emailUpdates'],
    ['updates left out', { emailUpdates: undefined }, '/emailUpdates'],
    ['a list that is none', { lists: [''] }, '/lists/0'],
    ['a list in words', { lists: ['The case of Ana'] }, '/lists/0'],
    ['lists as text', { lists: 'all' }, '/lists'],
    ['an unknown field', { phone: '1' }, '/phone'],
  ])('%s is 422 and leaves nothing', async (_name, change, pointer) => {
    const before = await rowCounts(app.services.db);
    const { status, body } = await send('/subscriptions', wish('bad@office.example', change), key);
    expect([status, body.errors[0]?.pointer]).toEqual([422, pointer]);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });
});

describe('leaving', () => {
  async function subscriber(email: string): Promise<string> {
    await send('/subscriptions', wish(email), key);
    const row = await rowOf(email);
    return new URL(unsubscribeLink(app.services, row?.id ?? '')).pathname;
  }

  const form = 'application/x-www-form-urlencoded';
  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');
  test.each<[string, { body?: string | FormData; type?: string }]>([
    ['a form', { body: 'List-Unsubscribe=One-Click', type: form }],
    ['a form with its character set', { body: 'List-Unsubscribe=One-Click', type: `${form}; charset=UTF-8` }],
    [
      'a form in letters we don’t read',
      { body: 'List-Unsubscribe=One-Click', type: `${form}; charset=utf-7` },
    ],
    ['a multipart form', { body: multipart }],
    ['a multipart form without its boundary', { body: 'x', type: 'multipart/form-data' }],
    ['a multipart form cut short', { body: '--b\r\nContent', type: 'multipart/form-data; boundary=b' }],
    ['an empty form', { body: '', type: form }],
    ['nothing at all', {}],
    ['plain text', { body: 'List-Unsubscribe=One-Click', type: 'text/plain' }],
    ['JSON that is none', { body: '{', type: 'application/json' }],
    ['our page’s button in a browser without cookies', { body: '_csrf=of-another-time', type: form }],
  ])('by a mail program that sends %s, without cookie or token', async (name, { body, type }) => {
    const email = `leaver-${name.length}@office.example`;
    const path = await subscriber(email);
    const headers = type ? { 'content-type': type } : undefined;
    const response = await app.call(path, { method: 'POST', body, headers });
    expect([response.status, response.headers.get('location')]).toEqual([200, null]);
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed', emailUpdates: false });
    expect(app.logged.join('\n')).not.toContain(path.split('/').at(-1));
  });

  test('a wrong link is not found, whatever comes with it', async () => {
    for (const body of ['List-Unsubscribe=One-Click', '_csrf=x', undefined]) {
      const headers = { 'content-type': form };
      expect((await app.call('/unsubscribe/0000', { method: 'POST', body, headers })).status).toBe(404);
    }
  });

  test('the button of a confirmation works in a browser without cookies', async () => {
    const email = 'cookieless@office.example';
    await send('/subscriptions', wish(email));
    const [token] = await linksTo(email);
    const page = await app.call(`/subscribe/confirm/${token}`, {
      method: 'POST',
      body: '_csrf=',
      headers: { 'content-type': form },
    });
    expect([page.status, (await rowOf(email))?.status]).toEqual([200, 'confirmed']);
  });

  test('by the API, twice as well as once; a wrong link is 404', async () => {
    const token = (await subscriber('api@office.example')).split('/').at(-1);
    for (let time = 0; time < 2; time += 1) {
      expect(await send(`/subscriptions/${token}`, undefined, undefined, 'DELETE')).toMatchObject({
        status: 200,
        body: { status: 'unsubscribed' },
      });
    }
    expect((await send('/subscriptions/0000', undefined, undefined, 'DELETE')).status).toBe(404);
  });

  test('staff can’t bring back somebody who left: the owner is asked', async () => {
    const email = 'back@office.example';
    const token = (await subscriber(email)).split('/').at(-1);
    await send(`/subscriptions/${token}`, undefined, undefined, 'DELETE');
    expect((await send('/subscriptions', wish(email), key)).body.status).toBe('unsubscribed');
    const [confirm] = await linksTo(email);
    await send('/subscriptions/confirmations', { token: confirm });
    expect(await rowOf(email)).toMatchObject({ status: 'confirmed', emailUpdates: true });
  });

  test('by a bounce or a complaint, and for good', async () => {
    const email = 'bounced@office.example';
    await subscriber(email);
    const suppress = (reason: string, as?: string) =>
      send('/subscriptions/suppressions', { email, reason }, as);
    expect((await suppress('complaint')).status).toBe(401);
    expect((await suppress('complaint', key)).status).toBe(200);
    expect((await suppress('bounce', key)).status).toBe(200);
    expect(await rowOf(email)).toMatchObject({ suppressed: 'complaint' });
    await send('/subscriptions', wish(email));
    expect(await linksTo(email)).toEqual([]);
    expect(
      (await send('/subscriptions/suppressions', { email: 'x@y.example', reason: 'bounce' }, key)).status,
    ).toBe(404);
  });
});

describe('a bounce and a complaint at once', () => {
  test('are a complaint, whichever is written last', async () => {
    const { services } = app;
    const email = 'both@office.example';
    await send('/subscriptions', wish(email), key);
    const suppress = (reason: 'bounce' | 'complaint') => (rec: Recording) =>
      suppressAddress(rec, services, { email, reason });
    let bounced: Promise<boolean> | undefined;
    await recording(services, async (rec) => {
      await suppress('complaint')(rec);
      bounced = recording(services, suppress('bounce'));
      await somebodyWaits(services.db);
    });
    expect(await bounced).toBe(true);
    expect(await rowOf(email)).toMatchObject({ suppressed: 'complaint' });
    await services.db.subscription.delete({ where: { email } });
  });
});

describe('a report that came back', () => {
  async function mailTo(email: string): Promise<string> {
    await send('/subscriptions', wish(email));
    const row = await app.services.db.message.findFirstOrThrow({ where: { to: { has: email } } });
    return row.messageId;
  }

  test.each([
    ['that nobody is there', dsn, 'bounce'],
    ['of a complaint, its address blanked', arf, 'complaint'],
  ])('%s suppresses whom the mail went to', async (_name, reportOf, suppressed) => {
    const email = `${suppressed}@reported.example`;
    const report = reportOf({ email, messageId: await mailTo(email) });
    expect(await takeBounceReport(app.services, report)).toEqual({ taken: true, addresses: 1 });
    expect(await rowOf(email)).toMatchObject({ suppressed });
    expect(await takeBounceReport(app.services, report)).toEqual({ taken: true, addresses: 1 });
  });

  test.each([
    [
      'quotes no mail of ours',
      async () => dsn({ email: 'known@office.example', messageId: '<x@y.example>' }),
    ],
    [
      'names somebody else than the mail went to',
      async () => dsn({ email: 'known@office.example', messageId: await mailTo('quoted@reported.example') }),
    ],
  ])('one that %s suppresses nobody', async (_name, report) => {
    expect(await takeBounceReport(app.services, await report())).toEqual({ taken: false });
    expect(await app.services.db.subscription.count({ where: { suppressed: { not: null } } })).toBe(3);
  });
});

describe('a person with two addresses', () => {
  test('leaves with both, and comes back with either', async () => {
    const [one, other] = [stranger().email, stranger().email];
    await send('/registrations', goodRegistration({ email: one }), key);
    const { personId } = await app.services.db.personEmail.findUniqueOrThrow({ where: { email: one } });
    await app.services.db.personEmail.create({ data: { email: other, personId } });
    for (const email of [one, other]) await send('/subscriptions', wish(email), key);
    const link = unsubscribeLink(app.services, (await rowOf(other))?.id ?? '');
    await send(`/subscriptions/${link.split('/').at(-1)}`, undefined, undefined, 'DELETE');
    expect((await rowOf(one))?.status).toBe('unsubscribed');
    expect(await saidNo(app.services.db, one)).toBe(true);
    app.setNow(new Date(app.services.clock.now().getTime() + 60_000).toISOString());
    await send('/subscriptions', wish(other), key);
    const [token] = await linksTo(other);
    await send('/subscriptions/confirmations', { token });
    expect(await saidNo(app.services.db, one)).toBe(false);
    expect(await mayMail(app.services.db, one, 'legal-working-group')).toBe(true);
  });

  test.each([
    ['that comes back by one is mailed by the other', 'bounce', true],
    ['who complains of mail to one gets none by the other', 'complaint', false],
  ])('%s', async (_name, reason, listens) => {
    const { db } = app.services;
    const [one, other] = [stranger().email, stranger().email];
    await send('/registrations', goodRegistration({ email: one }), key);
    const { personId } = await db.personEmail.findUniqueOrThrow({ where: { email: one } });
    await db.personEmail.create({ data: { email: other, personId } });
    await send('/subscriptions', wish(one), key);
    await send('/subscriptions/suppressions', { email: other, reason }, key);
    expect(await listenersOf(db, 'legal-working-group', personId)).toHaveLength(listens ? 1 : 0);
    expect(await mayMail(db, one, 'legal-working-group')).toBe(listens);
  });
});

describe('mail to those who listen', () => {
  const CALL = 'legal-working-group-2026-11-04';
  const call = () => app.services.db.call.findUniqueOrThrow({ where: { id: CALL } });
  const remindersTo = (email: string) =>
    app.services.db.message.findMany({ where: { kind: 'call-reminder', to: { has: email } } });
  const register = (email: string, change = {}) =>
    send('/registrations', goodRegistration({ email, ...change }), key);

  test('carries the way out for its reader alone', async () => {
    const email = stranger().email;
    await register(email);
    await send('/subscriptions', wish(email), key);
    const bulk = { kind: 'call-reminder' as const, occasion: '2026-11-04' };
    const about = { call: await call(), bulk };
    await recording(app.services, (rec) => writeBatch(rec, app.services, about));
    const [row] = await remindersTo(email);
    const mail = row && (await renderMessage(app.services, row));
    const link = /<(.*)>/.exec(mail?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail?.text).toContain(link);
    expect(
      await send(`/subscriptions/${link.split('/').at(-1)}`, undefined, undefined, 'DELETE'),
    ).toMatchObject({ status: 200 });
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
  });

  const CALLS = {
    reminder: CALL,
    cancelled: 'legal-working-group-2026-11-11',
    moved: 'legal-working-group-2026-11-18',
    recap: 'legal-working-group-2026-11-25',
  };

  test.each<[string, object, string]>([
    ['the call was cancelled', { status: 'cancelled' }, 'overtaken'],
    ['it was moved once more', { startsAt: new Date('2026-11-19T20:00:00.000Z') }, 'overtaken'],
    ['the reader left', {}, 'not-wanted'],
  ])('of a move is not sent when by then %s', async (name, columns, code) => {
    const { db } = app.services;
    app.setNow('2026-11-02T18:00:00.000Z');
    const email = stranger().email;
    await register(email);
    await send('/subscriptions', wish(email), key);
    const call = await db.call.findUniqueOrThrow({ where: { id: CALLS.moved } });
    const bulk = { kind: 'call-rescheduled' as const, occasion: name, wasAt: '2026-11-18T21:00:00.000Z' };
    await recording(app.services, (rec) => writeBatch(rec, app.services, { call, bulk }));
    const batchId = batchIdOf(CALLS.moved, bulk);
    await db.message.updateMany({ where: { batchId, to: { has: email } }, data: { status: 'queued' } });
    await db.call.update({ where: { id: CALLS.moved }, data: columns });
    if (code === 'not-wanted') {
      await db.subscription.update({ where: { email }, data: { status: 'unsubscribed' } });
    }
    const told = await sendBatch(app.services, { batchId, sentAt: new Date(), onSent: () => {} });
    const { startsAt, status } = call;
    await db.call.update({ where: { id: CALLS.moved }, data: { startsAt, status } });
    const row = await db.message.findFirstOrThrow({ where: { batchId, to: { has: email } } });
    expect([told.sent, row.status, row.code]).toEqual([0, 'suppressed', code]);
  });

  const change = async (id: string, state: Partial<CallState>, columns: object = {}) => {
    const row = await app.services.db.call.findUniqueOrThrow({ where: { id } });
    await app.services.db.call.update({
      where: { id },
      data: { processState: { ...(row.processState as object), ...state } as object, ...columns },
    });
  };
  const toldTo = async (email: string) => {
    const rows = await app.services.db.message.findMany({
      where: {
        to: { has: email },
        kind: { in: ['call-reminder', 'call-cancelled', 'call-rescheduled', 'call-recap'] },
      },
      orderBy: { queuedAt: 'asc' },
    });
    return rows.map(({ kind, aboutId }) => `${kind} ${aboutId?.slice(-10)}`).sort();
  };
  /** Registered, opted in, approved, in any order: nothing is told until the last of them. */
  async function join(steps: string[]): Promise<string> {
    const email = stranger().email;
    let id = '';
    for (const step of steps) {
      expect(await toldTo(email)).toEqual([]);
      if (step === 'another-address') {
        const { personId } = await app.services.db.personEmail.findUniqueOrThrow({ where: { email } });
        await app.services.db.personEmail.create({ data: { email: `other-${email}`, personId } });
      }
      if (step === 'subscribe-other') await send('/subscriptions', wish(`other-${email}`), key);
      if (step === 'subscribe') await send('/subscriptions', wish(email), key);
      if (step === 'register') await register(email);
      if (step === 'register-pending') id = (await register(email, { employer: '' })).body.id ?? '';
      if (step === 'approve') await send(`/registrations/${id}/decisions`, { kind: 'approve' }, key);
    }
    return email;
  }

  const WAYS: [string, string[]][] = [
    ['registers last', ['subscribe', 'register']],
    ['opts in last', ['register', 'subscribe']],
    ['opts in last, by another address', ['register', 'another-address', 'subscribe-other']],
    ['is approved last', ['register-pending', 'subscribe', 'approve']],
  ];

  test.each(WAYS)('whoever %s gets today’s reminder still, once', async (_name, steps) => {
    await change(CALL, { reminded: ['2026-11-04'] });
    app.setNow('2026-11-04T18:00:00.000Z');
    const email = await join(steps);
    expect(await toldTo(email)).toEqual(['call-reminder 2026-11-04']);
    await send('/subscriptions', wish(email), key);
    expect(await remindersTo(email)).toHaveLength(1);
  });

  describe('of what was told before they came', () => {
    const soon = ['call-cancelled 2026-11-11', 'call-rescheduled 2026-11-18'];
    beforeAll(async () => {
      await change(CALLS.cancelled, { status: 'cancelled' }, { status: 'cancelled' });
      const moved = await app.services.db.call.findUniqueOrThrow({ where: { id: CALLS.moved } });
      const was = moved.startsAt.toISOString();
      const startsAt = new Date(moved.startsAt.getTime() + 3_600_000);
      const { times } = moved.processState as unknown as CallState;
      await change(
        CALLS.moved,
        { movedAt: '2026-11-02T18:00:00.000Z', times: { ...times, startsAt: startsAt.toISOString() } },
        { startsAt },
      );
      await recording(app.services, async (rec) =>
        appendEvent(rec, {
          workflowId: callWorkflowId(CALLS.moved),
          event: { seq: 1, type: 'rescheduled', at: was, actor: 'system', data: { startedAt: was } },
          hash: 'moved',
        }),
      );
    });

    test.each(WAYS)('whoever %s gets the cancellation and the move, once', async (_name, steps) => {
      app.setNow('2026-11-05T18:00:00.000Z');
      const email = await join(steps);
      expect(await toldTo(email)).toEqual(soon);
      await send('/subscriptions', wish(email), key);
      expect(await toldTo(email)).toEqual(soon);
      const call = await app.services.db.call.findUniqueOrThrow({ where: { id: CALLS.cancelled } });
      const bulk = { kind: 'call-cancelled' as const, occasion: '2026-11-11' };
      await recording(app.services, (rec) => writeBatch(rec, app.services, { call, bulk }));
      expect(await toldTo(email)).toEqual(soon);
    });

    test('the move says from when to when', async () => {
      app.setNow('2026-11-05T18:00:00.000Z');
      const email = await join(['subscribe', 'register']);
      const row = await app.services.db.message.findFirstOrThrow({
        where: { to: { has: email }, kind: 'call-rescheduled' },
      });
      const { text } = await renderMessage(app.services, row);
      expect(text).toContain('12:00 PM PT');
      expect(text).toContain('1:00 PM PT');
    });

    test('nobody without opt-in, and nobody whose registration waits', async () => {
      app.setNow('2026-11-05T18:00:00.000Z');
      expect(await toldTo(await join(['register']))).toEqual([]);
      expect(await toldTo(await join(['subscribe', 'register-pending']))).toEqual([]);
    });

    test.each([
      ['a day after it', '2026-11-26T18:00:00.000Z', ['call-recap 2026-11-25']],
      ['within a week of it', '2026-12-02T20:30:00.000Z', ['call-recap 2026-11-25']],
      ['after that', '2026-12-02T21:30:00.000Z', []],
    ])('a recap, %s', async (_when, at, told) => {
      await change(
        CALLS.recap,
        { status: 'held', recapPublishedAt: '2026-11-25T22:00:00.000Z' },
        { status: 'held', recapPublishedAt: new Date('2026-11-25T22:00:00.000Z') },
      );
      app.setNow(at);
      for (const [, steps] of WAYS) expect(await toldTo(await join(steps))).toEqual(told);
    });
  });
});

describe('a wish that nobody confirms', () => {
  const WEEK_LATER = '2026-11-09T18:00:00.001Z';
  beforeEach(() => app.setNow('2026-11-02T18:00:00.000Z'));

  test('lapses after a week: its link is dead, and what a stranger typed is gone', async () => {
    const email = 'never.says.yes@office.example';
    await send('/subscriptions', wish(email));
    const [token = ''] = await linksTo(email);
    expect((await app.call(`/subscribe/confirm/${token}`)).status).toBe(200);
    app.setNow(WEEK_LATER);
    expect((await send('/subscriptions/confirmations', { token })).status).toBe(404);
    expect((await app.call(`/subscribe/confirm/${token}`)).status).toBe(404);
    await send('/subscriptions', wish('somebody.else@office.example'));
    expect(await rowOf(email)).toBeNull();
    // Asked anew, it begins anew.
    await send('/subscriptions', wish(email));
    const [, fresh = ''] = await linksTo(email);
    expect(await send('/subscriptions/confirmations', { token: fresh })).toMatchObject({ status: 200 });
  });

  test('stays where it is somebody’s way out of the lists, its question closed', async () => {
    const registration = goodRegistration({ email: stranger().email });
    await send('/registrations', registration, key);
    const { email } = registration as { email: string };
    await send('/subscriptions', wish(email));
    app.setNow(WEEK_LATER);
    await send('/subscriptions', wish('one.more@office.example'));
    expect(await rowOf(email)).toMatchObject({
      status: 'pending',
      confirmTokenHash: null,
      confirmUntil: null,
    });
  });

  test('one that was confirmed stays, however late', async () => {
    const email = 'said.yes@office.example';
    await send('/subscriptions', wish(email));
    const [token = ''] = await linksTo(email);
    await send('/subscriptions/confirmations', { token });
    app.setNow('2027-11-09T18:00:00.001Z');
    await send('/subscriptions', wish('one.year.on@office.example'));
    expect(await rowOf(email)).toMatchObject({ status: 'confirmed' });
  });
});
