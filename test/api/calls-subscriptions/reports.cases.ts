import { describe, expect, test } from '@jest/globals';
import { listenersOf, mayMail, saidNo } from '../../../src/usecases/calls/call-audience.js';
import { type Recording, recording } from '../../../src/usecases/recording.js';
import { suppressAddress } from '../../../src/usecases/subscriptions/suppress-address.js';
import { takeBounceReport } from '../../../src/usecases/subscriptions/take-bounce-report.js';
import { unsubscribeLink } from '../../../src/usecases/subscriptions/tokens.js';
import { arf, dsn } from '../../domain/mail/reports.js';
import { goodRegistration, stranger } from '../support/calls.js';
import { somebodyWaits } from '../support/somebody-waits.js';
import { app, key, linksTo, rowOf, send, wish } from './site.js';

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
