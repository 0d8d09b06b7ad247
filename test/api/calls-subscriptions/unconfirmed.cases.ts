import { beforeEach, describe, expect, test } from '@jest/globals';
import { goodRegistration, stranger } from '../support/calls.js';
import { app, key, linksTo, rowOf, send, wish } from './site.js';

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
