import { beforeEach, describe, expect, test } from '@jest/globals';
import { reconcileForms } from '../../../../../src/usecases/reconcile/reconcile-forms.js';
import type { ReconcileReport } from '../../../../../src/usecases/reconcile/report.js';
import { mailedLink, newEmail } from '../../calls/calls-site.js';
import {
  app,
  CONFIRMED,
  confirm,
  held,
  linkTo,
  ownerOf,
  requestsOf,
  sendAs,
  sentElsewhere,
  type Visitor,
  visitor,
} from './site.js';

const say = async (someone: Visitor, link: string, address: string) => {
  await someone.go(link);
  return someone.go(link, { _csrf: someone.hidden('_csrf'), email: address });
};

describe('a form that waits for its sender', () => {
  let email = '';
  beforeEach(() => {
    email = newEmail();
    app.setNow('2026-11-02T18:00:00.000Z');
  });

  const hidesAll = (text: string) => {
    for (const word of ['canary-7f3a', 'Pat Ruiz', 'Sam Lee', email]) expect(text).not.toContain(word);
  };

  test('in another browser its link asks for the address first, shows it then, and signs nobody in', async () => {
    const link = await sendAs(visitor(), email);
    const phone = visitor();
    const asked = await phone.go(link);
    expect(asked.text).toContain(email.replace(/^ana\d+/, 'a•••'));
    hidesAll(asked.text);
    for (const wrong of ['', 'mallory@elsewhere.example']) {
      const refused = await say(phone, link, wrong);
      expect(refused.status).toBe(422);
      hidesAll(refused.text);
    }
    const shown = { status: 200, text: expect.stringContaining('canary-7f3a') };
    expect(await say(phone, link, ` ${email.toUpperCase()} `)).toMatchObject(shown);
    // Sent twice, as impatient people do, an address shows the form and confirms nothing.
    for (let again = 0; again < 2; again += 1) await phone.go(link, { email });
    expect(await requestsOf(email)).toEqual([]);
    expect(await phone.go(link)).toMatchObject(shown);
    expect(await confirm(phone, link)).toMatchObject(CONFIRMED);
    const [request] = await requestsOf(email);
    expect((await phone.go(link)).text).toContain(request?.reference);
    expect([...phone.jar.keys()]).not.toContain('ta-desk-session');
    hidesAll((await visitor().go(link)).text);
  });

  test('a browser without cookies, as mail programs have them, gets through too', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    const bare = visitor();
    const send = (fields: Record<string, string>) => {
      bare.jar.clear();
      return bare.go(link, fields);
    };
    expect((await send({ email: 'mallory@elsewhere.example', confirms: 'yes' })).status).toBe(422);
    expect((await send({ confirms: 'yes' })).status).toBe(422);
    expect((await send({ email })).text).toContain('canary-7f3a');
    const form = { email: bare.hidden('email'), confirms: bare.hidden('confirms') };
    expect(await send(form)).toMatchObject(CONFIRMED);
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test('whoever it is not from throws it away, and nothing of it stays', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    const victim = visitor();
    await say(victim, link, email);
    const page = await victim.go(link);
    expect(page.text).toContain('This is not my form');
    const thrown = await victim.go(link, { _csrf: victim.hidden('_csrf'), discard: 'yes' });
    expect(thrown.text).toContain('The form was deleted');
    expect([await held(), await requestsOf(email)]).toEqual([0, []]);
    expect(await app.services.db.personEmail.findUnique({ where: { email } })).toBeNull();
    for (const answer of [await victim.go(link), await confirm(victim, link)])
      expect(answer.status).toBe(404);
  });

  test('five wrong addresses end its link; the next mail brings another', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    const guesser = visitor();
    await guesser.go(link);
    const _csrf = guesser.hidden('_csrf');
    const guesses = Array.from({ length: 12 }, (_, n) => `a${n}@office.example`);
    await Promise.all(guesses.map((guess) => guesser.go(link, { _csrf, email: guess })));
    expect((await guesser.go(link, { _csrf, email })).status).toBe(404);
    expect((await someone.go(link)).status).toBe(404);
    app.setNow('2026-11-02T18:00:01.000Z');
    expect(await someone.post('/request/sent', { again: 'yes' })).toMatchObject({
      location: '/request/sent?done=again',
    });
    const fresh = await linkTo(email);
    expect(fresh).not.toBe(link);
    expect(await confirm(someone, fresh)).toMatchObject({ status: 303 });
  });

  test.each<[string, Record<string, string>, number]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbor of this site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://desk.test:81' }, 403],
    ['this site', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['an old browser here', { origin: 'http://desk.test' }, 200],
    ['a mail program', { origin: 'null' }, 200],
  ])('%s sends the right address', async (_name, headers, status) => {
    const link = await sentElsewhere(email);
    const body = new URLSearchParams({ email });
    const sent = await fetch(app.url + link, { method: 'POST', headers, body });
    expect([sent.status, sent.headers.getSetCookie().join().includes('addresses')]).toEqual([
      status,
      status === 200,
    ]);
    for (const path of [
      '/unsubscribe/x',
      '/subscribe/confirm/x',
      '/calls/x/poll/x',
      '/api/v1/subscriptions',
    ]) {
      const other = await fetch(app.url + path, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ _csrf: '' }),
      });
      expect([path, other.status === 403]).toEqual([path, status === 403]);
    }
  });

  test('the address named for a form opens that form alone', async () => {
    const phone = visitor();
    await say(phone, await sentElsewhere(email, { facts: 'Facts canary-7f3a.' }), email);
    app.setNow('2026-11-02T18:00:01.000Z');
    expect((await phone.go(await sentElsewhere(email))).text).toContain('Which address is this form from?');
    await app.deps.auth.send({ email, next: '/' });
    const signIn = new URL(await mailedLink(app, email, 'sign-in'));
    expect((await phone.go(signIn.pathname + signIn.search)).text).toContain('name="email"');
  });

  test('what is no address costs no try', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    const guesser = visitor();
    await guesser.go(link);
    const _csrf = guesser.hidden('_csrf');
    for (const typed of [
      '',
      ' ',
      'nobody',
      '@',
      'a b@c.example',
      email.replace(/@.*/, ''),
      'x'.repeat(300),
    ]) {
      expect([typed, (await guesser.go(link, { _csrf, email: typed })).status]).toEqual([typed, 422]);
    }
    expect((await guesser.go(link, { _csrf, email })).text).toContain('canary-7f3a');
  });

  test('whose link was guessed away waits for its owner, who signs in; nothing is there to mend', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    for (let n = 0; n < 5; n += 1)
      await fetch(app.url + link, {
        method: 'POST',
        body: new URLSearchParams({ email: `a${n}@b.example` }),
      });
    const gone = await visitor().go(link);
    expect([gone.status, gone.text]).toEqual([
      404,
      expect.stringContaining('a wrong address was entered too many times'),
    ]);
    const report = { checked: 0, restarted: [], mended: [] as string[] } as unknown as ReconcileReport;
    await reconcileForms(app.services, report);
    expect(report.mended).toEqual([]);
    expect(await app.services.db.message.count({ where: { to: { has: email } } })).toBe(1);

    const owner = await ownerOf(email);
    const mine = (await owner.go('/my/requests')).text;
    const theirs = /href="(\/request\/confirm\/[^"]+)"/.exec(mine)?.[1] ?? '';
    expect(theirs).not.toBe(link);
    expect((await owner.go(theirs)).text).toContain('canary-7f3a');
    expect(await confirm(owner, theirs)).toMatchObject({ status: 303 });
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test('somebody signed in with another address is told so, and stays who they are', async () => {
    const link = await sentElsewhere(email);
    const other = newEmail();
    const someone = visitor();
    await confirm(someone, await sendAs(someone, other));
    expect((await someone.go(link)).text).toContain(`You are signed in as ${other} here`);
    await say(someone, link, email);
    expect((await someone.go(link)).text).toContain(`You are signed in as ${other} here`);
    expect(await confirm(someone, link)).toMatchObject(CONFIRMED);
    expect(await requestsOf(email)).toHaveLength(1);
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${other}`);
  });
});
