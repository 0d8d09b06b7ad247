import { beforeEach, describe, expect, test } from '@jest/globals';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../../../src/usecases/mail/render-message.js';
import { newEmail } from '../../calls/calls-site.js';
import { app, confirm, held, linkTo, sendAs, sentElsewhere, visitor } from './site.js';

describe('a form that waits for its sender', () => {
  let email = '';
  beforeEach(() => {
    email = newEmail();
    app.setNow('2026-11-02T18:00:00.000Z');
  });

  test('its mail says what is not sent yet and when it is erased, and nothing of it', async () => {
    await sentElsewhere(email, { facts: 'Facts canary-7f3a.' }, { name: 'Pat Ruiz' });
    const row = await app.services.db.message.findFirstOrThrow({
      where: { to: { has: email } },
      include: withKey,
    });
    const { subject, text } = await renderMessage(app.services, row);
    expect([row.kind, subject]).toEqual(['confirm-address', 'Your form is not sent yet: please confirm it']);
    expect(text).toContain('We have not received it yet');
    expect(text).toContain('Please confirm before Monday, November 9, 2026');
    expect(text).not.toMatch(/canary|Pat|minutes/);
  });

  test('whose mail can’t leave now is kept, and its page says so and what to do', async () => {
    for (let sent = 0; sent < 10; sent += 1) await sentElsewhere(email);
    const someone = visitor();
    const mails = () => app.services.db.message.count({ where: { to: { has: email } } });
    await sendAs(someone, email);
    expect([await held(), await mails()]).toEqual([11, 10]);
    const page = (await someone.go('/request/sent')).text;
    expect(page).toContain('no link to it is on its way');
    expect(page).not.toMatch(/We have sent|we have sent before/);
    expect(page).toContain(email);
    const again = await someone.post('/request/sent', { again: 'yes' });
    expect(again.location).toBe('/request/sent?done=later');
    const told = (await someone.go('/request/sent?done=later')).text;
    expect(told).toContain('We have not sent the link');
    expect(told).not.toContain('govuk-notification-banner--success');
    expect(await mails()).toBe(10);
    // An hour later.
    await app.services.db.rateCount.updateMany({ data: { until: new Date(0) } });
    app.setNow('2026-11-02T19:00:01.000Z');
    expect((await someone.post('/request/sent', { again: 'yes' })).location).toBe('/request/sent?done=again');
    expect((await someone.go('/request/sent')).text).toContain('We have sent a link to this address');
    expect(await confirm(someone, await linkTo(email))).toMatchObject({ status: 303 });
  });

  test('whose link was guessed away is not said to have one mailed, until it has', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    expect((await someone.go('/request/sent')).text).toContain('We have sent a link to this address');
    for (let n = 0; n < 5; n += 1) {
      const body = new URLSearchParams({ email: `a${n}@b.example` });
      await fetch(app.url + link, { method: 'POST', body });
    }
    expect((await someone.go('/request/sent')).text).toContain('no link to it is on its way');
    await someone.post('/request/sent', { again: 'yes' });
    expect((await someone.go('/request/sent')).text).toContain('We have sent a link to this address');
  });

  test.each(['failed', 'suppressed'])('whose mail is %s is not said to have one mailed', async (status) => {
    const someone = visitor();
    await sendAs(someone, email);
    await app.services.db.message.updateMany({ where: { to: { has: email } }, data: { status } });
    expect((await someone.go('/request/sent')).text).toContain('no link to it is on its way');
  });

  test('moved there and back, where the last can’t be mailed to any more', async () => {
    const someone = visitor();
    for (let sent = 0; sent < 9; sent += 1) await sentElsewhere(email);
    await sendAs(someone, email);
    await someone.post('/request/sent', { email: newEmail() });
    await someone.post('/request/sent', { email });
    expect((await someone.go('/request/sent')).text).toContain('no link to it is on its way');
  });

  test('and a corrected address that can’t be mailed to just now', async () => {
    const full = newEmail();
    for (let sent = 0; sent < 10; sent += 1) await sentElsewhere(full);
    const someone = visitor();
    await sendAs(someone, email);
    expect((await someone.post('/request/sent', { email: full })).location).toBe('/request/sent?done=later');
    const page = (await someone.go('/request/sent')).text;
    expect(page).toContain('no link to it is on its way');
    expect(page).toContain(full);
  });
});
