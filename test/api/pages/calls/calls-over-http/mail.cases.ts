import { describe, expect, test } from '@jest/globals';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { subscribersOf } from '../../../../../src/usecases/subscriptions/subscribers-of.js';
import { hashToken } from '../../../../../src/usecases/tokens.js';
import { createVisitor } from '../../../support/form-visitor.js';
import { LWG, newEmail, signedIn, wordsOf } from '../calls-site.js';
import { app, registration } from './site.js';

describe('mail about the calls', () => {
  test('strangers are asked by mail, whoever they are', async () => {
    const visitor = createVisitor(app);
    const sent = await visitor.send('/subscribe', { email: 'new@office.example', name: 'New' });
    expect(sent.headers.get('location')).toBe('/subscribe/sent');
    const wrong = await visitor.send('/subscribe', { email: 'not an address' });
    expect(wrong.status).toBe(422);
  });

  test('confirmed by the button, ended by one click', async () => {
    const { db, vault } = app.services;
    const email = 'listener@office.example';
    const visitor = createVisitor(app);
    await visitor.send('/subscribe', { email, name: '' });
    const row = await db.message.findFirstOrThrow({ where: { to: { has: email } }, include: withKey });
    const field = { table: 'message', rowId: row.id, field: 'data' };
    const { link } = JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array()));
    const path = new URL(link as string).pathname;
    expect(wordsOf(await (await visitor.open(path)).text())).toContain('Press the button');
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('pending');
    expect(wordsOf(await (await visitor.send(path, {})).text())).toContain('You are subscribed');
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('confirmed');
    expect(wordsOf(await (await visitor.open(path)).text())).toContain('You are subscribed');
    await db.subscription.update({ where: { email }, data: { unsubscribeTokenHash: hashToken('stop') } });
    expect((await visitor.open('/unsubscribe/stop')).status).toBe(200);
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('confirmed');
    expect(wordsOf(await (await visitor.send('/unsubscribe/stop', {})).text())).toContain('no more mail');
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('unsubscribed');
    expect((await visitor.open(path)).status).toBe(404);
    expect((await visitor.send('/unsubscribe/made-up', {})).status).toBe(404);
  });

  test('who asks for word of a workshop reads what comes, and is on the list that the team writes to', async () => {
    const { db, vault } = app.services;
    const list = 'emp-analysis-workshop';
    const visitor = createVisitor(app);
    const email = newEmail();
    await visitor.send('/subscribe', { email, name: '=Ann', lists: list });
    const row = await db.message.findFirstOrThrow({ where: { to: { has: email } }, include: withKey });
    const field = { table: 'message', rowId: row.id, field: 'data' };
    const { link } = JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array()));
    const path = new URL(link as string).pathname;
    const emails = async () => (await subscribersOf(app.services, list)).map((one) => one.email);
    expect(await emails()).not.toContain(email);
    const promise = 'About EMP Analysis Workshop: word from our team when its next date is set';
    for (const page of [await visitor.open(path), await visitor.send(path, {})]) {
      const words = wordsOf(await page.text());
      expect(words).toContain(promise);
      expect(words).not.toContain('about the calls');
    }
    expect(await emails()).toContain(email);
    const { unsubscribe } =
      (await subscribersOf(app.services, list)).find((one) => one.email === email) ?? {};
    await visitor.send(new URL(unsubscribe ?? '').pathname, {});
    expect(await emails()).not.toContain(email);
  });

  test('a registrant reads whether they hear when a call is cancelled or moved, and where to ask for it', async () => {
    const visitor = await signedIn(app, newEmail());
    const told = 'are mailed only to people who ask for mail about the calls';
    expect(wordsOf(await (await visitor.open(`/calls/register/${LWG}`)).text())).toContain(told);
    await visitor.send(`/calls/register/${LWG}`, registration);
    const before = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(before)).toContain('so no e-mail tells you when one is cancelled or moved');
    expect(before).toContain(`href="/subscribe?list=${LWG}"`);
    await visitor.send('/my/subscription', { emailUpdates: 'yes', lists: LWG });
    const after = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(after)).toContain('You hear by e-mail when a call is cancelled or moved.');
    await visitor.send('/my/subscription', { emailUpdates: 'yes', lists: 'social-services' });
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain('so no e-mail tells you');
  });

  test('a signed-in person chooses at once', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    expect((await visitor.send('/my/subscription', {})).status).toBe(422);
    const sent = await visitor.send('/my/subscription', { emailUpdates: 'yes', lists: LWG });
    expect(sent.headers.get('location')).toBe('/my/calls?done=mail');
    const known = await app.services.db.subscription.findUniqueOrThrow({ where: { email } });
    expect(known).toMatchObject({ status: 'confirmed', lists: [LWG], emailUpdates: true });
    await visitor.send('/my/subscription', { emailUpdates: 'no' });
    const left = await app.services.db.subscription.findUniqueOrThrow({ where: { email } });
    expect(left.emailUpdates).toBe(false);
  });
});
