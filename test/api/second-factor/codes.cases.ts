import { describe, expect, test } from '@jest/globals';
import { allTheWay, app, byLink, codeOf, goesTo, newColleague, post, setUpApp, wrongCode } from './site.js';

const typed = (code: string) => ({ way: 'code', code, next: '/staff' });

describe('codes', () => {
  test('fixation: passing the factor gives the session another token, and the old one opens nothing', async () => {
    const { email, key } = await allTheWay();
    const visitor = await byLink(email);
    const before = visitor.cookie();
    expect((await visitor.send('/sign-in/code', typed(codeOf(key)))).status).toBe(303);
    const session = (cookies: string) => /ta-desk-session=([^;]+)/.exec(cookies)?.[1];
    expect(session(visitor.cookie())).not.toBe(session(before));
    expect((await app.call('/staff', { headers: { cookie: before } })).status).toBe(303);
    expect((await visitor.open('/staff')).status).toBe(200);
  });

  test('replay of codes: no code is taken twice, nor an older one, in whatever browser', async () => {
    const { email, key } = await allTheWay();
    const [one, two] = [await byLink(email), await byLink(email)];
    const code = codeOf(key);
    expect((await one.send('/sign-in/code', typed(code))).status).toBe(303);
    for (const used of [code, codeOf(key, -1)])
      expect((await two.send('/sign-in/code', typed(used))).status).toBe(422);
    expect((await two.open('/staff')).status).toBe(303);
  });

  test('a code sent from several browsers at once lets one of them in', async () => {
    const { email, key } = await allTheWay();
    const browsers = await Promise.all([1, 2, 3].map(() => byLink(email)));
    const code = codeOf(key);
    const answers = await Promise.all(browsers.map((one) => one.send('/sign-in/code', typed(code))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  test('after five wrong ones even the right one has to wait, in every browser', async () => {
    const { email, key, codes } = await allTheWay();
    const visitor = await byLink(email);
    for (let n = 0; n < 5; n += 1)
      expect((await visitor.send('/sign-in/code', typed(wrongCode(key)))).status).toBe(422);
    const other = await byLink(email);
    for (const code of [codeOf(key), codes[0] ?? '']) {
      const answer = await other.send('/sign-in/code', typed(code));
      expect(answer.status).toBe(429);
      expect(await answer.text()).toMatch(/Five codes were wrong/);
    }
  });

  test('what can’t be a code costs no try, and no code comes back in the page', async () => {
    const { email } = await allTheWay();
    const visitor = await byLink(email);
    for (let n = 0; n < 8; n += 1)
      expect((await visitor.send('/sign-in/code', typed('hello'))).status).toBe(422);
    const answer = await visitor.send('/sign-in/code', typed('123 456'));
    expect(await answer.text()).not.toContain('123 456');
  });

  test('replay of recovery codes: a recovery code works once, however it is typed; new ones end the old', async () => {
    const { email, visitor, codes } = await allTheWay();
    const [first = '', second = ''] = codes;
    expect(codes).toHaveLength(10);
    const other = await byLink(email);
    expect((await other.send('/sign-in/code', typed(first.toUpperCase().replace('-', ' ')))).status).toBe(
      303,
    );
    const third = await byLink(email);
    expect((await third.send('/sign-in/code', typed(first))).status).toBe(422);
    const account = await (await visitor.open('/account')).text();
    const page = await (await post(visitor, '/account/codes', account, { do: 'codes' })).text();
    const renewed = [...page.matchAll(/<code class="desk-key">([a-z2-9-]+)<\/code>/g)].map(
      ([, code]) => code,
    );
    expect(renewed).toHaveLength(10);
    expect((await third.send('/sign-in/code', typed(second))).status).toBe(422);
    expect((await third.send('/sign-in/code', typed(renewed[0] ?? ''))).status).toBe(303);
  });

  test('nobody else’s code or recovery code lets somebody in', async () => {
    const [mine, theirs] = [await allTheWay(), await allTheWay()];
    const visitor = await byLink(mine.email);
    for (const code of [codeOf(theirs.key), theirs.codes[0] ?? ''])
      expect((await visitor.send('/sign-in/code', typed(code))).status).toBe(422);
  });

  test('the secret is sealed and recovery codes are digests; neither stands in a log', async () => {
    const { key, codes, ref } = await allTheWay();
    const { db } = app.services;
    const rows = JSON.stringify([
      await db.appFactor.findMany({ where: { owner: ref } }),
      await db.recoveryCode.findMany({ where: { owner: ref } }),
    ]);
    const row = await db.appFactor.findUniqueOrThrow({ where: { owner: ref } });
    expect(Buffer.from(row.sealed).includes(Buffer.from(key))).toBe(false);
    for (const secret of [key, ...codes]) {
      expect(rows).not.toContain(secret);
      expect(app.logged.join()).not.toContain(secret);
    }
  });

  test('the last factor stays where one is required, and another can be added', async () => {
    const { visitor, ref } = await allTheWay();
    const account = await (await visitor.open('/account')).text();
    expect(account).toContain('Authenticator app');
    const refused = await post(visitor, '/account/remove', account, { factor: 'app' });
    expect(refused.status).toBe(409);
    expect(await app.services.db.appFactor.count({ where: { owner: ref } })).toBe(1);
  });

  test('whoever has none can’t skip ahead, and whoever has one can’t replace it by a link alone', async () => {
    const none = await byLink((await newColleague()).email);
    expect(goesTo(await none.open('/sign-in/code?next=/staff'))).toBe('/sign-in/set-up?next=%2Fstaff');
    const { email } = await allTheWay();
    const link = await byLink(email);
    for (const path of ['/sign-in/set-up', '/account/add', '/account'])
      expect(goesTo(await link.open(path))).toMatch(/^\/sign-in\/code/);
    const again = await setUpApp(link).catch(() => null);
    expect(again?.codes ?? []).toEqual([]);
  });
});
