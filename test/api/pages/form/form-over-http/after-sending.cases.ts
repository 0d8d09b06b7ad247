import { beforeEach, describe, expect, test } from '@jest/globals';
import { newEmail } from '../../calls/calls-site.js';
import { app, linkTo, requestsOf, sendAs, visitor } from './site.js';

describe('after sending', () => {
  let email = '';
  beforeEach(() => {
    email = newEmail();
  });

  test('the page names the address; a corrected one gets a link, and the old link dies', async () => {
    const someone = visitor();
    const old = await sendAs(someone, email);
    expect((await someone.go('/request/sent')).text).toContain(email);
    const right = newEmail();
    const moved = await someone.post('/request/sent', { email: right });
    expect(moved.location).toBe('/request/sent?done=changed');
    expect((await someone.go('/request/sent')).text).toContain(right);
    expect((await someone.go(old)).status).toBe(404);
    const link = await linkTo(right);
    expect((await someone.go(link)).text).toContain(right);
    await someone.go(link, { _csrf: someone.hidden('_csrf'), confirms: 'yes' });
    expect([await requestsOf(email), (await requestsOf(right)).length]).toEqual([[], 1]);
    expect((await someone.go('/request/sent')).text).toContain('is no longer waiting');
  });

  test('a slip of the keyboard is pointed out, one press mends it', async () => {
    const someone = visitor();
    const name = email.split('@')[0];
    await sendAs(someone, `${name}@gmail.con`);
    expect((await someone.go('/request/sent')).text).toContain(`Did you mean ${name}@gmail.com?`);
    await someone.go('/request/sent', { _csrf: someone.hidden('_csrf'), email: `${name}@gmail.com` });
    expect(await linkTo(`${name}@gmail.com`)).toMatch(/^\/request\/confirm\//);
    expect((await someone.go('/request/sent')).text).not.toContain('Did you mean');
  });

  test('no other browser sees the address, moves the form or has it mailed', async () => {
    const link = await sendAs(visitor(), email);
    const other = visitor();
    const page = await other.go('/request/sent');
    expect(page.text).not.toContain(email);
    await other.go('/sign-in');
    for (const [name, value] of [
      ['email', 'mallory@elsewhere.example'],
      ['again', 'yes'],
    ] as const) {
      const answer = await other.go('/request/sent', { _csrf: other.hidden('_csrf'), [name]: value });
      expect(answer).toMatchObject({ status: 303, location: '/request/sent' });
      await other.go('/sign-in');
    }
    const row = await app.services.db.unconfirmedSubmission.findFirstOrThrow();
    expect(row.email).toBe(email);
    expect(await app.services.db.message.count({ where: { aboutId: row.id } })).toBe(1);
    expect(await linkTo(email)).toBe(link);
  });

  test.each([
    ['no address', 'nobody', 422],
    ['nothing', '', 422],
    ['the supervisor’s own', 'sam@elsewhere.example', 422],
  ])('%s is no address to move it to, and what was typed stays', async (_name, typed, status) => {
    const someone = visitor();
    await sendAs(someone, email);
    const answer = await someone.post('/request/sent', { email: typed });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`value="${typed}"`.replace('value=""', 'name="email"'));
    expect((await app.services.db.unconfirmedSubmission.findFirstOrThrow()).email).toBe(email);
  });

  test('it is no way to write to anybody: the address changes five times', async () => {
    const someone = visitor();
    await sendAs(someone, email);
    const moved: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      moved.push((await someone.post('/request/sent', { email: newEmail() })).status);
    }
    expect(moved).toEqual([303, 303, 303, 303, 303, 429, 429]);
  });

  test('the same is said of an address that is known here and of one that is not', async () => {
    const known = newEmail();
    const first = visitor();
    await first.go(await sendAs(first, known));
    await first.go(await linkTo(known), { _csrf: first.hidden('_csrf'), confirms: 'yes' });
    const pages = [];
    for (const address of [known, newEmail()]) {
      app.setNow(`2026-11-0${3 + pages.length}T18:00:00.000Z`);
      const someone = visitor();
      await sendAs(someone, address);
      const { status, text } = await someone.go('/request/sent');
      pages.push([
        status,
        text
          .replaceAll(address, 'ADDRESS')
          .replace(/value="[^"]{20,}"/g, '')
          .replace(/November \d+/g, 'DAY')
          .replace(/[A-Z][a-z]+day/g, 'WEEKDAY'),
      ]);
    }
    expect(pages[0]).toEqual(pages[1]);
  });

  test('leaving forgets the form: its link asks for the address again', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    await someone.go('/exit');
    expect((await someone.go('/request/sent')).text).not.toContain(email);
    expect((await someone.go(link)).text).toContain('Which address is this form from?');
  });
});
