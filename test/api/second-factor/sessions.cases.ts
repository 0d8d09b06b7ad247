import { describe, expect, test } from '@jest/globals';
import { createSignInLinks } from '../../../src/adapters/auth/sign-in-links.js';
import { allTheWay, app, byLink, codeOf, goesTo, newColleague, offered, post } from './site.js';

/** As if so many minutes had gone since anything happened in the sessions of this address. */
async function minutesAgo(email: string, minutes: number): Promise<void> {
  await app.services.db.$executeRaw`
    UPDATE auth_session SET used_at = used_at - ${minutes} * interval '1 minute',
      passed_at = passed_at - ${minutes} * interval '1 minute', created_at = created_at - ${minutes} * interval '1 minute',
      expires_at = expires_at - ${minutes} * interval '1 minute'
    WHERE user_id IN (SELECT id FROM auth_user WHERE email = ${email})`;
}

describe('sessions', () => {
  test('session end: of staff end after two hours without use, and of requesters not', async () => {
    const { email, visitor } = await allTheWay();
    await minutesAgo(email, 119);
    expect((await visitor.open('/staff')).status).toBe(200);
    // That was a use: the two hours begin anew.
    await minutesAgo(email, 119);
    expect((await visitor.open('/staff')).status).toBe(200);
    await minutesAgo(email, 121);
    expect(goesTo(await visitor.open('/staff'))).toBe('/sign-in?next=%2Fstaff');
    expect(await app.services.db.authSession.count({ where: { user: { email } } })).toBe(0);
    const asker = 'idle@legal-aid.example';
    const requester = await byLink(asker);
    await minutesAgo(asker, 300);
    expect((await requester.open('/my/requests')).status).toBe(200);
  });

  test('session end: idling loses nothing typed: the form is kept and comes back after signing in', async () => {
    const { email, visitor, key } = await allTheWay('director');
    const html = await (await visitor.open('/staff/closures')).text();
    await minutesAgo(email, 121);
    const late = await post(visitor, '/staff/closures', html, { date: '2031-05-05', name: 'Typed and late' });
    expect(late.status).toBe(303);
    const kept = new URL(goesTo(late) ?? '', app.url).searchParams.get('next') ?? '';
    expect(kept).toMatch(/^\/kept\//);
    const again = await byLink(email);
    const passed = await again.send(`/sign-in/code?next=${kept}`, {
      ...{ way: 'code', code: codeOf(key), next: kept },
    });
    expect(goesTo(passed)).toBe(kept);
    const back = await again.open(kept);
    const page = back.status === 303 ? await again.open(goesTo(back) ?? '') : back;
    expect(await page.text()).toContain('Typed and late');
  });

  test('session end: end after twelve hours however they are used, and the factor doesn’t lengthen them', async () => {
    const { email, visitor, key } = await allTheWay();
    for (let hours = 0; hours < 11; hours += 1) {
      await minutesAgo(email, 60);
      expect([hours, (await visitor.open('/staff')).status]).toEqual([hours, 200]);
    }
    expect(
      (await visitor.send('/sign-in/code', { way: 'code', code: codeOf(key), next: '/staff' })).status,
    ).toBe(303);
    await minutesAgo(email, 61);
    expect((await visitor.open('/staff')).status).toBe(303);
  });

  test('are listed and ended on the page of one’s account, without network or browser', async () => {
    const { email, visitor, key } = await allTheWay();
    const others = [await byLink(email), await byLink(email)];
    await others[0]?.send('/sign-in/code', { way: 'code', code: codeOf(key), next: '/staff' });
    const html = await (await visitor.open('/account')).text();
    expect(html.match(/name="session" value="[^"]+"/g)).toHaveLength(3);
    expect(html).not.toMatch(/127\.0\.0\.1|node|undici/i);
    const sent = await post(visitor, '/account/end', html, { session: 'others' });
    expect(goesTo(sent)).toBe('/account?done=others');
    expect((await visitor.open('/staff')).status).toBe(200);
    for (const other of others) expect(goesTo(await other.open('/staff'))).toMatch(/^\/sign-in\?/);
    expect(await app.services.db.authSession.count({ where: { user: { email } } })).toBe(1);
  });

  test('what is no session’s id ends none, and is no failure', async () => {
    const { email, visitor } = await allTheWay();
    const html = await (await visitor.open('/account')).text();
    for (const session of ['', '\u0000', '\u202Ex', "' OR 1=1 --", 'x'.repeat(10_000)]) {
      const sent = await post(visitor, '/account/end', html, { session });
      expect([session.slice(0, 5), sent.status]).toEqual([session.slice(0, 5), 303]);
    }
    expect(await app.services.db.authSession.count({ where: { user: { email } } })).toBe(1);
  });

  test('nobody ends another’s session', async () => {
    const [mine, theirs] = [await allTheWay(), await allTheWay()];
    const row = await app.services.db.authSession.findFirstOrThrow({
      where: { user: { email: theirs.email } },
    });
    const html = await (await mine.visitor.open('/account')).text();
    await post(mine.visitor, '/account/end', html, { session: row.id });
    expect((await theirs.visitor.open('/staff')).status).toBe(200);
  });

  test('of a colleague end as they are deactivated, whatever their address looks like', async () => {
    const { db } = app.services;
    const admin = await allTheWay('admin');
    const id = crypto.randomUUID();
    const email = 'a&b@desk.example';
    await db.staff.create({ data: { id, email, name: 'AB', role: 'attorney', createdAt: new Date() } });
    await byLink(email);
    const before = await db.authSession.count();
    const sent = await admin.visitor.send(`/staff/people/${id}`, {
      name: 'AB',
      role: 'attorney',
      active: 'no',
    });
    expect(goesTo(sent)).toBe('/staff/people?done=deactivated');
    expect(await db.authSession.count()).toBe(before - 1);
  });

  test('last as long as the setting says', async () => {
    const links = createSignInLinks({
      ...{ db: app.services.db, appUrl: 'http://desk.test', appSecret: 's'.repeat(40), sessionHours: 3 },
      deliver: async () => undefined,
    });
    const { email } = await newColleague();
    await links.use(await links.make({ email, validMs: 60_000 }));
    const row = await app.services.db.authSession.findFirstOrThrow({ where: { user: { email } } });
    expect(Math.round((row.expiresAt.getTime() - row.createdAt.getTime()) / 60_000)).toBe(180);
  });
});

describe('before what must not be done from a desk somebody has left', () => {
  test('the factor is asked again after ten minutes, and the form comes back', async () => {
    const { email, visitor, key } = await allTheWay('admin');
    expect((await visitor.open('/staff/people/add')).status).toBe(200);
    const html = await (await visitor.open('/staff/keys')).text();
    await minutesAgo(email, 11);
    expect(goesTo(await visitor.open('/staff/people/add'))).toBe(
      '/sign-in/code?next=%2Fstaff%2Fpeople%2Fadd',
    );
    const sent = await post(visitor, '/staff/keys', html, {
      name: 'Typed for a key',
      role: 'attorney',
      scope: 'read',
    });
    const kept = new URL(goesTo(sent) ?? '', app.url).searchParams.get('next') ?? '';
    expect(await app.services.db.apiKey.count({ where: { name: 'Typed for a key' } })).toBe(0);
    const passed = await visitor.send(`/sign-in/code?next=${kept}`, {
      way: 'code',
      code: codeOf(key),
      next: kept,
    });
    expect(goesTo(passed)).toBe(kept);
    const back = await visitor.open(goesTo(await visitor.open(kept)) ?? '');
    const again = await back.text();
    expect(again).toContain('Typed for a key');
    const made = await post(visitor, '/staff/keys', again, {
      name: 'Typed for a key',
      role: 'attorney',
      scope: 'read',
    });
    expect(made.status).toBe(200);
  });

  test('whoever has no factor is asked for a new link', async () => {
    const { email } = await newColleague('admin', offered);
    const visitor = await byLink(email, offered);
    expect((await visitor.open('/staff/people/add')).status).toBe(200);
    await offered.services.db.authSession.updateMany({
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    });
    const to = goesTo(await visitor.open('/staff/people/add')) ?? '';
    expect(to).toBe('/sign-in?next=%2Fstaff%2Fpeople%2Fadd');
    expect(await (await visitor.open(to)).text()).toContain('ten minutes');
  });
});
