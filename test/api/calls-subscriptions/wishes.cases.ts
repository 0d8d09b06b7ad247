import { describe, expect, test } from '@jest/globals';
import { unsubscribeLink } from '../../../src/usecases/subscriptions/tokens.js';
import { rowCounts } from '../support/row-counts.js';
import { app, key, linksTo, rowOf, send, wish } from './site.js';

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
