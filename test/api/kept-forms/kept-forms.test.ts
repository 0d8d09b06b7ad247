import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { formToken, readFormToken } from '../../../src/api/kept-forms/form-token.js';
import { paths } from '../../../src/api/paths.js';
import { KEPT_MS } from '../../../src/usecases/kept-forms/kept-form-store.js';
import { createVisitor } from '../support/form-visitor.js';
import { goodSubmission } from '../support/submission.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const createdAt = new Date();
  await app.services.db.staff.createMany({
    data: ['admin', 'other'].map((name) => ({
      id: crypto.randomUUID(),
      email: `${name}@desk.example`,
      name,
      role: 'admin',
      createdAt,
    })),
  });
});
afterAll(() => app.close());

async function signedIn(email: string) {
  const visitor = createVisitor(app);
  const token = await app.deps.auth.make({ email, validMs: 60_000 });
  visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
  return visitor;
}

type Visitor = ReturnType<typeof createVisitor>;
const PAGE = '/staff/people/add';
const LINES = 'A long <story>\n  indented & told\n\nin $& lines';
const TYPED = { name: 'Ada <Lovelace>', email: 'ada@desk.example', role: 'director' };

/** Posts what somebody typed into the page with the token it came with, with these cookies by then. */
async function sendLate(
  visitor: Visitor,
  { path = PAGE, fields = TYPED as Record<string, string>, cookie = '', headers = {} } = {},
): Promise<Response> {
  const html = await (await visitor.open(path)).text();
  const _csrf = load(html)('main input[name=_csrf]').attr('value') ?? '';
  return app.call(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, _csrf }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
  });
}

/** Address of the kept form that the page for signing in leads to. */
function keptAt(response: Response): string {
  const next = new URL(response.headers.get('location') ?? '', app.url).searchParams.get('next');
  return next ?? '';
}

const staffNamed = (email: string) => app.services.db.staff.count({ where: { email } });

describe('a session that was lost while somebody typed', () => {
  test('leads to signing in, and there what was typed comes back', async () => {
    const admin = await signedIn('admin@desk.example');
    const lost = await sendLate(admin);
    expect(lost.status).toBe(303);
    expect(keptAt(lost)).toMatch(/^\/kept\/[0-9a-f-]{36}$/);
    expect(await staffNamed(TYPED.email)).toBe(0);
    const told = await (await app.call(lost.headers.get('location') ?? '')).text();
    expect(told).toContain('nothing you typed is lost');

    const back = await admin.open(keptAt(lost));
    expect(back.headers.get('location')).toMatch(/^\/staff\/people\/add\?kept=/);
    const html = await (await admin.open(back.headers.get('location') ?? '')).text();
    const $ = load(html);
    expect($('[name=name]').attr('value')).toBe(TYPED.name);
    expect($('[name=email]').attr('value')).toBe(TYPED.email);
    expect($('[name=role][checked], [name=role] option[selected]').attr('value')).toBe('director');
    expect($('main [role=alert]').text()).toContain('not sent yet');

    // Sent now, it is kept no longer.
    const sent = await app.call(PAGE, {
      method: 'POST',
      body: new URLSearchParams({
        ...TYPED,
        _csrf: $('main input[name=_csrf]').attr('value') ?? '',
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: admin.cookie() },
    });
    expect(sent.status).toBe(303);
    expect(await staffNamed(TYPED.email)).toBe(1);
    expect((await admin.open(keptAt(lost))).status).toBe(404);
  });

  test('does not say again what was done before', async () => {
    const admin = await signedIn('admin@desk.example');
    const lost = await sendLate(admin, { path: `${PAGE}?done=added&begin=x` });
    const back = (await admin.open(keptAt(lost))).headers.get('location');
    expect(back).toBe(`${PAGE}?begin=x&kept=${keptAt(lost).split('/').at(-1)}`);
    expect(load(await (await admin.open(back ?? '')).text())('[name=name]').attr('value')).toBe(TYPED.name);
  });

  test('is not there for anybody else, signed in or not', async () => {
    const lost = await sendLate(await signedIn('admin@desk.example'));
    for (const visitor of [await signedIn('other@desk.example'), await signedIn('requester@example.org')]) {
      const page = await visitor.open(keptAt(lost));
      expect(page.status).toBe(404);
      // The way to the address it is kept for.
      const next = encodeURIComponent(keptAt(lost));
      expect(load(await page.text())(`main a[href="/sign-in?next=${next}"]`).text()).toMatch(
        /another address/,
      );
      const id = keptAt(lost).split('/').at(-1);
      expect(await (await visitor.open(`${PAGE}?kept=${id}`)).text()).not.toContain('Lovelace');
    }
    const stranger = createVisitor(app);
    expect((await stranger.open(keptAt(lost))).headers.get('location')).toMatch(/^\/sign-in\?next=/);
  });

  test('signed in as somebody else by then, nothing is done in their name', async () => {
    const other = await signedIn('other@desk.example');
    const before = await app.services.db.keptForm.count();
    const lost = await sendLate(await signedIn('admin@desk.example'), { cookie: other.cookie() });
    expect(keptAt(lost)).toMatch(/^\/kept\//);
    expect(await app.services.db.keptForm.count()).toBe(before + 1);
    expect((await other.open(keptAt(lost))).status).toBe(404);
  });

  test('is kept sealed, and erased after seven days', async () => {
    const admin = await signedIn('admin@desk.example');
    const lost = await sendLate(admin, { fields: { ...TYPED, name: 'Sealed Words' } });
    const id = keptAt(lost).split('/').at(-1) ?? '';
    const row = await app.services.db.keptForm.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('Sealed Words');
    await app.services.db.keptForm.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await admin.open(keptAt(lost))).status).toBe(404);
    await sendLate(admin);
    expect(await app.services.db.keptForm.count({ where: { id } })).toBe(0);
  });

  test('with a file beside it, all but the file comes back', async () => {
    const admin = await signedIn('admin@desk.example');
    const html = await (await admin.open(PAGE)).text();
    const body = new FormData();
    body.append('_csrf', load(html)('main input[name=_csrf]').attr('value') ?? '');
    body.append('documentKind', 'A kind that no page knows');
    body.append('file', new Blob(['%PDF-1.7']), 'decision.pdf');
    const lost = await app.call(`/my/requests/${crypto.randomUUID()}/documents`, { method: 'POST', body });
    expect(lost.status).toBe(303);
    const back = await admin.open(keptAt(lost));
    expect(await (await admin.open(back.headers.get('location') ?? '')).text()).toContain(
      'A kind that no page knows',
    );
  });

  test('for a request that ended meanwhile, it says so, and how the words can still go', async () => {
    const email = 'late@legal-aid.example';
    const requester = { ...(goodSubmission().requester as object), email };
    const key = await app.newKey('admin');
    const sent = await app.call('/api/v1/ta-requests', { key, body: goodSubmission({ requester }) });
    const { id, reference } = (await sent.json()) as { id: string; reference: string };
    const become = (status: string) => app.services.db.taRequest.update({ where: { id }, data: { status } });
    await become('awaiting-information');
    const visitor = await signedIn(email);
    const lost = await sendLate(visitor, {
      path: paths.myRequestPage(id, 'answer'),
      fields: { answer: LINES },
    });
    await become('lapsed');

    const back = await visitor.open(keptAt(lost));
    const $ = load(await (await visitor.open(back.headers.get('location') ?? '')).text());
    expect($('main textarea').text()).toBe(LINES);
    expect($('main').text()).toContain(`Request ${reference} ended before this was sent.`);
    expect($('main').text()).not.toMatch(/open for too long|several pages/);
    expect($(`main a[href="${paths.myRequestPage(id, 'reopening')}"]`)).toHaveLength(1);
  });

  test('the newest twenty of a person stay', async () => {
    const admin = await signedIn('admin@desk.example');
    for (let n = 0; n < 22; n += 1) await sendLate(admin);
    const owners = await app.services.db.keptForm.groupBy({ by: ['owner'], _count: true });
    expect(Math.max(...owners.map(({ _count }) => _count))).toBe(20);
  });
});

describe('an old token of the same person', () => {
  test('brings the page back at once, filled', async () => {
    const admin = await signedIn('admin@desk.example');
    const again = await signedIn('admin@desk.example');
    const answer = await sendLate(admin, { cookie: again.cookie() });
    expect(answer.status).toBe(403);
    const $ = load(await answer.text());
    expect($('[name=name]').attr('value')).toBe(TYPED.name);
    expect($('main [role=alert]').text()).toContain('not sent yet');
  });

  test('of somebody who never signed in too', async () => {
    const answer = await sendLate(createVisitor(app), {
      path: '/sign-in',
      fields: { email: 'late@example.org', next: '' },
    });
    expect(answer.status).toBe(403);
    const $ = load(await answer.text());
    expect($('[name=email]').attr('value')).toBe('late@example.org');
  });

  test('where the page leads on by now, the words are shown first', async () => {
    // Without the cookie of its draft, a question of the form leads to the start.
    const visitor = createVisitor(app);
    await visitor.send('/request/start', { who: 'professional' });
    const html = await (await visitor.open('/request/role')).text();
    const _csrf = load(html)('main input[name=_csrf]').attr('value') ?? '';
    const answer = await app.call('/request/facts', {
      method: 'POST',
      body: new URLSearchParams({ facts: LINES, _csrf: _csrf.replace(/^./, '~') }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const $ = load(await answer.text());
    // As typed: no line is indented, no empty one is lost.
    expect($('main textarea').text()).toBe(LINES);
    // The form is gone from the page, so nothing there says to send it again, or that somebody decided.
    expect($('main').text()).not.toMatch(/send it again|decided/);
    expect($('main').text()).toContain('no longer open');
  });
});

describe('what is refused as before', () => {
  test.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbor', { 'sec-fetch-site': 'same-site' }],
  ])('%s shows nothing in a form of ours', async (_name, headers) => {
    const answer = await sendLate(await signedIn('admin@desk.example'), { headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('Lovelace');
  });

  test.each(['', 'x', 'x.y', 'x.eyJwYWdlIjoiLyJ9.y', '..', 'x.'.repeat(5000)])(
    'a token nobody gave out: %.20s',
    async (_csrf) => {
      const admin = await signedIn('admin@desk.example');
      const answer = await app.call(PAGE, {
        method: 'POST',
        body: new URLSearchParams({ ...TYPED, _csrf }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: admin.cookie() },
      });
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('Lovelace');
    },
  );

  test.each(['//', '///', '//:99999/', '/\\[', '//evil.example/x'])(
    'an address that is none, with a token of somebody without cookies: %s',
    async (address) => {
      const html = await (await createVisitor(app).open('/sign-in')).text();
      const _csrf = load(html)('main input[name=_csrf]').attr('value') ?? '';
      const { hostname, port } = new URL(app.url);
      const body = new URLSearchParams({ _csrf, email: 'late@example.org' }).toString();
      const status = await new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded', host: `${hostname}:${port}` };
        const sent = request({ hostname, port, path: address, method: 'POST', headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        sent.on('error', reject);
        sent.end(body);
      });
      expect(status).toBe(404);
      expect((await app.call('/healthz')).status).toBe(200);
    },
  );

  test('a token tells where its form stood, for seven days, under our key only', () => {
    const origin = { page: '/staff', owner: 'user:1' };
    const sent = formToken('secret', 'token', origin, 0);
    expect(readFormToken('secret', sent, KEPT_MS - 1)).toEqual({ csrfToken: 'token', origin });
    expect(readFormToken('secret', sent, KEPT_MS).origin).toBeNull();
    expect(readFormToken('other', sent, 0).origin).toBeNull();
    const long = formToken('secret', 'token', { page: `/staff?q=${'x'.repeat(3000)}`, owner: 'public' }, 0);
    expect(readFormToken('secret', long, 0).origin?.page).toBe('/staff');
  });
});
