import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { confirmSignIn } from '../../src/api/auth/confirm-sign-in.js';
import { requestSignInLink } from '../../src/api/auth/request-sign-in-link.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The link in the last mail to an address, as the development outbox shows it. */
async function mailedLink(email: string): Promise<URL> {
  const { db, vault } = app.services;
  const row = await db.message.findFirstOrThrow({
    where: { to: { has: email.toLowerCase() } },
    orderBy: { queuedAt: 'desc' },
  });
  const field = { table: 'message', rowId: row.id, field: 'data' };
  return new URL(
    (JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array())) as { link: string }).link,
  );
}

function fakeResponse() {
  const cookies: string[] = [];
  const res = { append: (_name: string, values: string[]) => cookies.push(...values) };
  return { res: res as unknown as Parameters<typeof confirmSignIn>[2], cookies };
}

let seconds = 0;
async function signIn(email: string) {
  // The ledger is read by time, so each mail has its own second.
  app.setNow(new Date(Date.UTC(2026, 10, 2, 18, 0, ++seconds)).toISOString());
  await requestSignInLink(app.deps, { email, next: '/my/requests' });
  const token = (await mailedLink(email)).searchParams.get('token');
  const { res, cookies } = fakeResponse();
  return { token, cookies, result: await confirmSignIn(app.deps, token, res) };
}

describe('signing in by link', () => {
  test('a link signs a requester in once, and makes no second person', async () => {
    const first = await signIn('Paralegal@Legal-Aid.example');
    expect(first.result).toMatchObject({
      ok: true,
      value: { actor: { kind: 'person', email: 'paralegal@legal-aid.example' } },
    });
    expect(first.cookies.join()).toMatch(/HttpOnly/i);
    const { res } = fakeResponse();
    expect(await confirmSignIn(app.deps, first.token, res)).toMatchObject({
      ok: false,
      problem: { code: 'unauthenticated' },
    });
    const second = await signIn('paralegal@legal-aid.example');
    expect(second.result.ok).toBe(true);
    expect(await app.services.db.person.count()).toBe(1);
  });

  test('the cookie opens a session, and signing out ends it', async () => {
    const { cookies } = await signIn('advocate@shelter.example');
    const header = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    expect(await app.deps.auth.signedIn(header)).toMatchObject({ email: 'advocate@shelter.example' });
    await app.deps.auth.end(header);
    expect(await app.deps.auth.signedIn(header)).toBeNull();
  });

  test('an active staff address is staff, an inactive one is not', async () => {
    const at = new Date();
    await app.services.db.staff.createMany({
      data: [
        {
          id: crypto.randomUUID(),
          email: 'director@desk.example',
          name: 'D',
          role: 'director',
          createdAt: at,
        },
        {
          id: crypto.randomUUID(),
          email: 'gone@desk.example',
          name: 'G',
          role: 'admin',
          active: false,
          createdAt: at,
        },
      ],
    });
    expect((await signIn('director@desk.example')).result).toMatchObject({
      value: { actor: { kind: 'user', role: 'director' } },
    });
    expect((await signIn('gone@desk.example')).result).toMatchObject({
      value: { actor: { kind: 'person' } },
    });
  });

  test('the answer is the same whether or not an address is known', async () => {
    const known = await requestSignInLink(app.deps, { email: 'director@desk.example' });
    const unknown = await requestSignInLink(app.deps, { email: 'nobody@elsewhere.example' });
    expect([known.ok, unknown.ok]).toEqual([true, true]);
  });

  test('nobody’s mailbox is filled: five links in ten minutes', async () => {
    for (let n = 0; n < 8; n += 1) await requestSignInLink(app.deps, { email: 'flooded@example.org' });
    expect(await app.services.db.message.count({ where: { to: { has: 'flooded@example.org' } } })).toBe(5);
  });

  test('tokens are stored as digests only, sessions without address or browser', async () => {
    const { token } = await signIn('quiet@example.org');
    const rows = await app.services.db.authVerification.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    const sessions = await app.services.db.authSession.findMany();
    expect(sessions.every((session) => !session.ipAddress && !session.userAgent)).toBe(true);
  });

  test.each([
    ['another site', 'https://evil.example/'],
    ['another site without scheme', '//evil.example/'],
    ['a backslash', '/\\evil.example'],
    ['a script', 'javascript:alert(1)'],
  ])('a link never leads to %s', async (_name, next) => {
    const email = `next-${Math.random().toString(36).slice(2)}@example.org`;
    await requestSignInLink(app.deps, { email, next });
    expect((await mailedLink(email)).searchParams.get('next')).toBeNull();
  });
});
