import { describe, expect, test } from '@jest/globals';
import { adminLink } from '../../../src/usecases/sign-in/admin-link.js';
import { createVisitor } from '../support/form-visitor.js';
import { allTheWay, app, byLink, codeOf, goesTo, newColleague, offered, setUpApp } from './site.js';

const CLOSED = ['/staff', '/staff/people', '/staff/keys', '/staff/numbers', '/account', '/my/requests'];

describe('factor bypass by every way in: without the second factor nothing of the desk opens', () => {
  test.each(['who has none yet', 'who has one'])('to %s: pages lead to it and come back', async (kind) => {
    const known = kind === 'who has one' ? await allTheWay('admin') : null;
    const email = known?.email ?? (await newColleague('admin')).email;
    const visitor = await byLink(email);
    const page = known ? '/sign-in/code' : '/sign-in/set-up';
    for (const path of CLOSED) {
      const first = await visitor.open(path);
      expect([path, first.status]).toEqual([path, 303]);
      // By way of the page for a link, which knows what is missing.
      const to = goesTo(first)?.startsWith('/sign-in?')
        ? goesTo(await visitor.open(goesTo(first) ?? ''))
        : goesTo(first);
      expect([path, to]).toEqual([path, `${page}?next=${encodeURIComponent(path)}`]);
    }
    for (const path of ['/', '/about', '/hotline', '/sign-out', page, '/api/docs', '/answers'])
      expect([path, (await visitor.open(path)).status]).toEqual([path, 200]);
  });

  test('the API says so, to reading and writing alike, and to what is public as well', async () => {
    const visitor = await byLink((await newColleague('admin')).email);
    for (const path of ['/ta-requests', '/people', '/deadlines?receivedAt=2026-11-02T10:00:00Z']) {
      const answer = await app.call(`/api/v1${path}`, { headers: { cookie: visitor.cookie() } });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.json()).toMatchObject({ code: 'second-factor-required' });
    }
    const headers = { cookie: visitor.cookie(), 'x-csrf-token': 'x' };
    const posted = await app.call('/api/v1/closures', { body: { date: '2026-12-24', name: 'x' }, headers });
    expect(posted.status).toBe(403);
    // A key is its own proof, whatever cookie comes with it.
    const key = await app.newKey('coordinator');
    const byKey = await app.call('/api/v1/ta-requests', { key, headers: { cookie: visitor.cookie() } });
    expect(byKey.status).toBe(200);
  });

  test('the link that npm start prints leads to setting one up, and from there on', async () => {
    await newColleague('admin');
    const link = new URL((await adminLink(app.services, app.deps.auth, { production: false })) ?? '');
    const visitor = createVisitor(app);
    const token = link.searchParams.get('token') ?? '';
    const used = await visitor.send(`${link.pathname}${link.search}`, { token, next: '/staff' });
    expect(goesTo(used)).toBe('/staff');
    expect((await visitor.open('/staff')).status).toBe(303);
  });

  test('a session from before a factor was set up elsewhere is asked for it', async () => {
    const { email } = await newColleague('admin', offered);
    const [before, other] = [await byLink(email, offered), await byLink(email, offered)];
    expect((await before.open('/staff')).status).toBe(200);
    const { key, codes } = await setUpApp(other, '/account/add', offered);
    expect(codes).toHaveLength(10);
    expect(goesTo(await before.open('/staff'))).toMatch(/^\/sign-in\?/);
    // The page that was open there: what was typed is kept until the factor is passed.
    const page = await (await other.open('/staff/people/add')).text();
    expect(page).toContain('name="email"');
    const passed = await before.send('/sign-in/code?next=/staff', {
      ...{ way: 'code', code: codeOf(key), next: '/staff' },
    });
    expect([passed.status, goesTo(passed)]).toEqual([303, '/staff']);
    expect((await before.open('/staff')).status).toBe(200);
  });

  test('a requester who becomes staff while signed in is asked, whatever they proved as a requester', async () => {
    const email = 'soon-staff@legal-aid.example';
    const visitor = await byLink(email);
    expect((await visitor.open('/my/requests')).status).toBe(200);
    const { key } = await setUpApp(visitor, '/account/add');
    expect((await visitor.open('/my/requests')).status).toBe(200);
    await app.services.db.staff.create({
      data: { id: crypto.randomUUID(), email, name: 'S', role: 'admin', createdAt: new Date() },
    });
    expect((await visitor.open('/staff')).status).toBe(303);
    // Their app as a requester is none of the staff member's.
    expect(goesTo(await visitor.open('/sign-in/code'))).toBe('/sign-in/set-up');
    const tried = await visitor.send('/sign-in/set-up', { way: 'code', code: codeOf(key) });
    expect(tried.status).toBe(422);
  });

  test('back and forward open nothing: pages are kept nowhere, and a page of before takes no form', async () => {
    const { visitor } = await allTheWay('admin');
    const page = await visitor.open('/staff/people/add');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a form that is sent while the factor is missing', () => {
  test('is not done, and comes back with every word once it is passed', async () => {
    const { email, visitor, key } = await allTheWay('admin');
    const html = await (await visitor.open('/staff/people/add')).text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const late = await byLink(email);
    const formCookie = /ta-desk-form=[^;]+/.exec(visitor.cookie())?.[0];
    const body = new URLSearchParams({ _csrf: csrf, name: 'Typed Name', email: 'n@desk.example' }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `${formCookie}; ${late.cookie()}`,
    };
    const sent = await app.call('/staff/people/add', { method: 'POST', body, headers });
    expect(sent.status).toBe(303);
    expect(await app.services.db.staff.count({ where: { email: 'n@desk.example' } })).toBe(0);
    const kept = new URL(goesTo(sent) ?? '', app.url).searchParams.get('next') ?? '';
    expect(kept).toMatch(/^\/kept\//);
    expect((await late.open(kept)).status).toBe(303);
    const passed = await late.send(`/sign-in/code?next=${kept}`, {
      way: 'code',
      code: codeOf(key),
      next: kept,
    });
    expect(goesTo(passed)).toBe(kept);
    const back = await late.open(kept);
    expect(await (await late.open(goesTo(back) ?? '')).text()).toContain('Typed Name');
  });
});
