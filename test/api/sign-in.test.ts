import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { createSignInLinks } from '../../src/adapters/auth/sign-in-links.js';
import { createKnownAddresses } from '../../src/api/auth/known-addresses.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { adminLink } from '../../src/usecases/sign-in/admin-link.js';
import { resolveActor } from '../../src/usecases/sign-in/resolve-actor.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The link in the last mail to an address, as the development outbox shows it. */
async function mailedLink(email: string): Promise<URL> {
  const { db, vault } = app.services;
  const where = { to: { has: email } };
  const row = await db.message.findFirstOrThrow({ where, orderBy: { queuedAt: 'desc' }, include: withKey });
  const field = { table: 'message', rowId: row.id, field: 'data' };
  const data = JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array())) as { link: string };
  return new URL(data.link);
}

let seconds = 0;
async function signIn(email: string) {
  // The ledger is read by time, so each mail has its own second.
  seconds += 1;
  app.setNow(new Date(Date.UTC(2026, 10, 2, 18, 0, seconds)).toISOString());
  await app.deps.auth.send({ email, next: '/my/requests' });
  const token = (await mailedLink(email)).searchParams.get('token') ?? '';
  return { token, used: await app.deps.auth.use(token) };
}

describe('signing in by link', () => {
  test('replay of links: a link signs a requester in once, and makes no second person', async () => {
    const email = 'paralegal@legal-aid.example';
    const first = await signIn(email);
    expect(first.used?.email).toBe(email);
    expect(first.used?.setCookies.join()).toMatch(/HttpOnly/i);
    expect(await app.deps.auth.use(first.token)).toBeNull();
    const actors = [await resolveActor(app.services, email), await resolveActor(app.services, email)];
    expect(actors[0]).toMatchObject({ kind: 'person', email });
    expect(actors[1]).toEqual(actors[0]);
    const row = await app.services.db.personEmail.findUniqueOrThrow({ where: { email } });
    expect(row.verifiedAt).not.toBeNull();
  });

  test.each([
    'advocate@shelter.example',
    'a&b@shelter.example',
    'intake/legal@shelter.example',
    'advocate@shelter.xn--p1ai',
  ])('the cookie opens a session, and signing out ends it: %s', async (email) => {
    const { used } = await signIn(email);
    const header = used?.setCookies.map((cookie) => cookie.split(';')[0]).join('; ');
    expect(await app.deps.auth.signedIn(header)).toMatchObject({ email });
    await app.deps.auth.end(header);
    expect(await app.deps.auth.signedIn(header)).toBeNull();
  });

  test.each([
    'victim@shelter.example',
    'Victim@Shelter.example',
    'Dear staff, call 555',
    'a@b.example\r\nBcc: c@d.example',
  ])('an address typed as the desk encodes some is nobody else’s: %j', async (text) => {
    const typed = `${Buffer.from(text).toString('hex')}@address.invalid`;
    const { used } = await signIn(typed);
    expect(used?.email).toBe(typed);
    const header = used?.setCookies.map((cookie) => cookie.split(';')[0]).join('; ');
    expect(await app.deps.auth.signedIn(header)).toMatchObject({ email: typed });
    expect(await app.services.db.message.count({ where: { to: { has: text.toLowerCase() } } })).toBe(0);
  });

  test('an active staff address is staff, an inactive one is not', async () => {
    const createdAt = new Date();
    await app.services.db.staff.createMany({
      data: [
        { id: crypto.randomUUID(), email: 'director@desk.example', name: 'D', role: 'director', createdAt },
        {
          id: crypto.randomUUID(),
          email: 'gone@desk.example',
          name: 'G',
          role: 'admin',
          active: false,
          createdAt,
        },
      ],
    });
    expect(await resolveActor(app.services, 'director@desk.example')).toMatchObject({ role: 'director' });
    expect(await resolveActor(app.services, 'gone@desk.example')).toMatchObject({ kind: 'person' });
  });

  test('nobody’s mailbox is filled: twenty links in ten minutes, whoever asks', async () => {
    for (let n = 0; n < 23; n += 1) await app.deps.auth.send({ email: 'flooded@example.org', next: '/' });
    expect(await app.services.db.message.count({ where: { to: { has: 'flooded@example.org' } } })).toBe(20);
  });

  test('tokens are stored as digests only, sessions without address or browser', async () => {
    await app.deps.auth.send({ email: 'quiet@example.org', next: '/' });
    const token = (await mailedLink('quiet@example.org')).searchParams.get('token');
    const rows = JSON.stringify(await app.services.db.authVerification.findMany());
    expect(rows).toContain('quiet@example.org');
    expect(rows).not.toContain(token);
    const sessions = await app.services.db.authSession.findMany();
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.every((session) => !session.ipAddress && !session.userAgent)).toBe(true);
  });

  test.each([
    ['another site', 'https://evil.example/'],
    ['another site without scheme', '//evil.example/'],
    ['a backslash', '/\\evil.example'],
    ['a script', 'javascript:alert(1)'],
  ])('a link never leads to %s', async (name, next) => {
    const email = `next-${name.replaceAll(' ', '-')}@example.org`;
    await app.deps.auth.send({ email, next });
    expect((await mailedLink(email)).searchParams.get('next')).toBeNull();
  });

  test.each(['', 'x', 'magic-link:x', 'a'.repeat(5000), `${'a'.repeat(43)}'`])(
    '%.20s opens nothing',
    async (token) => {
      expect(await app.deps.auth.use(token)).toBeNull();
    },
  );
});

test('a browser that names an address again knows it for an hour more, and the links of before still', () => {
  const addresses = createKnownAddresses({ appUrl: 'http://127.0.0.1', appSecret: 'secret' });
  const begun = Date.UTC(2026, 10, 2, 18);
  const minute = (count: number) => new Date(begun + count * 60_000);
  const clock = jest.spyOn(Date, 'now');
  let cookie = '';
  const req = { get: () => cookie } as unknown as Request;
  const res = {
    cookie: (name: string, value: string) => {
      cookie = `${name}=${value}`;
    },
  } as unknown as Response;
  const name = (email: string, at: number) => {
    clock.mockReturnValue(minute(at).getTime());
    addresses.remember(req, res, email, minute(at));
  };
  const knows = (email: string, sentAt: number, at: number) => {
    clock.mockReturnValue(minute(at).getTime());
    return addresses.knows(req, email, minute(sentAt));
  };
  try {
    name('ana@legal-aid.example', 0);
    name('ana@legal-aid.example', 55);
    name('ben@legal-aid.example', 56);
    // Both of her links; none that left before she was named, or he was.
    expect([0, 55, -1].map((sentAt) => knows('ana@legal-aid.example', sentAt, 62))).toEqual([
      true,
      true,
      false,
    ]);
    expect(knows('ben@legal-aid.example', 55, 62)).toBe(false);
    expect(knows('ana@legal-aid.example', 55, 116)).toBe(false);
  } finally {
    clock.mockRestore();
  }
});

describe('over https', () => {
  test('the session’s cookie belongs to this host alone', async () => {
    const { db } = app.services;
    const { appSecret } = app.deps.config;
    const links = createSignInLinks({
      db,
      appUrl: 'https://desk.example',
      appSecret,
      deliver: async () => undefined,
    });
    const token = await links.make({ email: 'secure@example.org', validMs: 60_000 });
    const [cookie] = (await links.use(token))?.setCookies ?? [];
    expect(cookie).toMatch(/^__Host-ta-desk-session=/);
    for (const attribute of ['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
    expect(await links.signedIn(cookie?.split(';')[0])).toMatchObject({ email: 'secure@example.org' });
  });

  test('a link that is too old opens nothing', async () => {
    const token = await app.deps.auth.make({ email: 'late@example.org', validMs: -1 });
    expect(await app.deps.auth.use(token)).toBeNull();
  });
});

describe('the first admin', () => {
  test('is made once, and signs in by the printed link, once', async () => {
    const options = { production: false, adminEmail: 'Boss@Desk.example' };
    const link = new URL((await adminLink(app.services, app.deps.auth, options)) ?? '');
    expect(link.pathname).toBe('/sign-in/confirm');
    const token = link.searchParams.get('token') ?? '';
    expect((await app.deps.auth.use(token))?.email).toBe('boss@desk.example');
    expect(await app.deps.auth.use(token)).toBeNull();
    expect(await resolveActor(app.services, 'boss@desk.example')).toMatchObject({
      kind: 'user',
      role: 'admin',
    });
  });

  test('gets a fresh link at each start on a laptop, none in production', async () => {
    expect(await adminLink(app.services, app.deps.auth, { production: false })).not.toBeNull();
    expect(await adminLink(app.services, app.deps.auth, { production: true })).toBeNull();
    expect(await app.services.db.staff.count({ where: { role: 'admin', active: true } })).toBe(1);
  });
});

describe('forged forms', () => {
  test('a form with its own token passes, with another browser’s it does not', async () => {
    const page = await app.call('/sign-in');
    const html = await page.text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const cookie = page.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const send = (headers: Record<string, string>) =>
      app.call('/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ email: 'form@example.org', _csrf: csrf }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    expect((await send({ cookie })).status).toBe(303);
    expect((await send({})).status).toBe(403);
  });
});

/** A form as a browser without a session sends it. */
async function sendForm(path: string, fields: Record<string, string>): ReturnType<typeof app.call> {
  const page = await app.call('/sign-out');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.getSetCookie().map((line) => line.split(';')[0]);
  return app.call(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, _csrf: csrf }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookie.join('; ') },
  });
}

test('signing out empties what the browser has kept of the pages', async () => {
  const answer = await sendForm('/sign-out', {});
  expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"']);
});

test('a link that let nobody in stands among the security events: a wrong address, and one that is none', async () => {
  const { db } = app.services;
  const token = await app.deps.auth.make({ email: 'owner@example.org', validMs: 60_000 });
  await db.authVerification.updateMany({
    where: { value: { contains: 'owner@' } },
    data: { anyBrowser: false },
  });
  await db.securityEvent.deleteMany({ where: { kind: 'sign-in-refused' } });
  const typed = await sendForm('/sign-in/confirm', { token, next: '', email: 'guess@example.org' });
  const made = await sendForm('/sign-in/confirm', { token: 'a'.repeat(43), next: '' });
  expect([typed.status, made.status]).toEqual([422, 422]);
  const rows = await db.securityEvent.findMany({
    where: { kind: 'sign-in-refused' },
    orderBy: { id: 'asc' },
  });
  expect(rows.map(({ data }) => data)).toEqual([
    { by: 'link', reason: 'link-address' },
    { by: 'link', reason: 'link-not-valid' },
  ]);
});
