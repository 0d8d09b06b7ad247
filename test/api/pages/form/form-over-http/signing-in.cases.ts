import { beforeEach, describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../../../src/domain/limits.js';
import { adminLink } from '../../../../../src/usecases/sign-in/admin-link.js';
import { mailedLink, newEmail } from '../../calls/calls-site.js';
import { app, type Visitor, visitor } from './site.js';

describe('signing in', () => {
  test('the answer is the same for any address, and says what is wrong with a bad one', async () => {
    const someone = visitor();
    expect(await someone.post('/sign-in', { email: 'nobody@nowhere.example' })).toMatchObject({
      location: '/sign-in/sent',
    });
    expect(await someone.post('/sign-in', { email: 'pat@legal-aid.example' })).toMatchObject({
      location: '/sign-in/sent',
    });
    const bad = await someone.post('/sign-in', { email: 'pat' });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Enter an e-mail address');
  });

  let ANA = '';
  beforeEach(() => {
    ANA = newEmail();
  });
  const masked = () => ANA.replace(/^ana\d+/, 'a•••');
  const tokenFor = async (someone: Visitor, email: string) => {
    await someone.post('/sign-in', { email });
    const link = new URL(await mailedLink(app, email, 'sign-in'));
    return link.searchParams.get('token') ?? '';
  };
  /** A page's own form, sent with what it carries and what is typed. */
  const press = (someone: Visitor, typed: Record<string, string> = {}) =>
    someone.go('/sign-in/confirm', {
      _csrf: someone.hidden('_csrf'),
      token: someone.hidden('token'),
      next: someone.hidden('next'),
      ...typed,
    });
  const open = (someone: Visitor, token: string) => someone.go(`/sign-in/confirm?token=${token}`);

  test('on a laptop, where everybody is one network, it comes as often as somebody asks', async () => {
    const email = newEmail();
    const often = LIMITS.signInMailsByAsker.most + 2;
    for (let n = 0; n < often; n += 1) await visitor().post('/sign-in', { email });
    const mails = { kind: 'sign-in', to: { has: email } };
    expect(await app.services.db.message.count({ where: mails })).toBe(often);
  });

  test('the page says whom a link signs in, masked; the navigation then says it whole', async () => {
    const someone = visitor();
    const token = await tokenFor(someone, ANA);
    for (let looked = 0; looked < 3; looked += 1) {
      const page = await open(someone, token);
      expect(page).toMatchObject({ status: 200, text: expect.stringContaining(masked()) });
      expect(page.text).not.toContain(ANA);
      expect(page.text).not.toContain('name="email"');
    }
    expect(await press(someone)).toMatchObject({ status: 303, location: '/my/requests' });
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${ANA}`);
    expect(await open(visitor(), token)).toMatchObject({ status: 404 });
  });

  test('in another browser a link asks for the address, and signs nobody in without it', async () => {
    const token = await tokenFor(visitor(), ANA);
    const phone = visitor();
    const page = await open(phone, token);
    expect(page.text).toContain('name="email"');
    for (const email of ['', 'mallory@elsewhere.example', masked()]) {
      const refused = await press(phone, { email });
      expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('name="email"') });
      expect([...phone.jar.keys()]).not.toContain('ta-desk-session');
    }
    expect(await press(phone, { email: ` ${ANA.toUpperCase()} ` })).toMatchObject({ status: 303 });
    expect((await phone.go('/my/requests')).text).toContain(`Signed in as ${ANA}`);
  });

  test('what is no address costs no try', async () => {
    const token = await tokenFor(visitor(), ANA);
    const phone = visitor();
    await open(phone, token);
    for (let n = 0; n < 6; n += 1) {
      expect((await press(phone, { email: n % 2 ? '' : 'nobody' })).status).toBe(422);
    }
    expect(await press(phone, { email: ANA })).toMatchObject({ status: 303 });
  });

  test('five wrong addresses end a link, also for who asked for it', async () => {
    const owner = visitor();
    const token = await tokenFor(owner, ANA);
    const guesser = visitor();
    await open(guesser, token);
    const form = { _csrf: guesser.hidden('_csrf'), token, next: '' };
    const guesses = Array.from({ length: 12 }, (_, n) => `a${n}@legal-aid.example`);
    await Promise.all(guesses.map((email) => guesser.go('/sign-in/confirm', { ...form, email })));
    const right = await guesser.go('/sign-in/confirm', { ...form, email: ANA });
    expect(right).toMatchObject({ status: 422, text: expect.stringContaining('no longer works') });
    expect(await open(owner, token)).toMatchObject({ status: 404 });
  });

  test('asking for a link by another address after the other does not name it for the other', async () => {
    const token = await tokenFor(visitor(), ANA);
    const guesser = visitor();
    for (const email of [newEmail(), ANA]) {
      await guesser.go('/sign-in');
      await guesser.go('/sign-in', { _csrf: guesser.hidden('_csrf'), email });
    }
    expect((await open(guesser, token)).text).toContain('name="email"');
    expect((await press(guesser)).status).toBe(422);
    // Whoever asked twice has both links.
    const owner = visitor();
    const [older, newer] = [await tokenFor(owner, ANA), await tokenFor(owner, ANA)];
    for (const one of [older, newer]) expect((await open(owner, one)).text).not.toContain('name="email"');
  });

  test('somebody signed in is told by whom a link replaces them, and their session ends', async () => {
    const someone = visitor();
    await open(someone, await tokenFor(someone, ANA));
    await press(someone);
    const session = someone.jar.get('ta-desk-session') ?? '';
    const bo = newEmail();
    await open(someone, await tokenFor(visitor(), bo));
    const asked = await press(someone);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain(`You are signed in as ${ANA} here.`);
    expect(await press(someone, { email: bo })).toMatchObject({ status: 303 });
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${bo}`);
    const stale = visitor();
    stale.jar.set('ta-desk-session', session);
    expect((await stale.go('/my/requests')).location).toContain('/sign-in');
  });

  test('the link printed at the start is named, and asks for nothing: whoever reads it has started the desk', async () => {
    const link = new URL((await adminLink(app.services, app.deps.auth, { production: false })) ?? '');
    const admin = visitor();
    const page = await admin.go(link.pathname + link.search);
    expect(page.text).toContain('•••@');
    expect(page.text).not.toContain('name="email"');
    expect(await press(admin)).toMatchObject({ status: 303, location: '/staff' });
    expect((await admin.go('/staff')).text).toMatch(/Signed in as \S+@/);
  });

  test('leaving forgets for which addresses a link was asked', async () => {
    const someone = visitor();
    const token = await tokenFor(someone, ANA);
    await someone.go('/exit');
    expect((await open(someone, token)).text).toContain('name="email"');
  });

  test('a link that was never made is told kindly', async () => {
    const answer = await visitor().post('/sign-in/confirm', { token: 'made-up' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('no longer works');
  });

  test('one’s own pages ask for it and lead back', async () => {
    const { location } = await visitor().go('/my/requests');
    expect(location).toBe('/sign-in?next=%2Fmy%2Frequests');
  });
});
