import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../../../src/domain/limits.js';
import { mailDraftLink } from '../../../../../src/usecases/forms/draft-links.js';
import { mailedLink, newEmail } from '../../calls/calls-site.js';
import { app, type Visitor, visitor } from './site.js';

const ANSWERS: [string, (email: string) => Record<string, string>][] = [
  ['/request/start', () => ({ who: 'professional' })],
  ['/request/role', () => ({ role: 'attorney' })],
  ['/request/details', (email) => ({ name: 'Pat Ruiz', email, ovcGrantee: 'no' })],
  ['/request/kind', () => ({ kind: 'case-consultation' })],
  ['/request/topics', () => ({ topics: 'other' })],
  ['/request/facts', () => ({ facts: 'Facts canary-5c1d.', questions: 'Questions?' })],
];

async function begin(email: string): Promise<Visitor> {
  const someone = visitor();
  for (const [path, fields] of ANSWERS) {
    expect([path, (await someone.post(path, fields(email))).status]).toEqual([path, 303]);
  }
  return someone;
}

const ask = (someone: Visitor, email: string) => someone.post('/request/elsewhere', { email });
const mails = (email: string) =>
  app.services.db.message.count({ where: { kind: 'form-link', to: { has: email } } });
const linkTo = async (email: string) => new URL(await mailedLink(app, email, 'form-link')).pathname;
const goOn = async (someone: Visitor, link: string, typed: Record<string, string> = {}) => {
  await someone.go(link);
  return someone.go(link, { _csrf: someone.hidden('_csrf'), goOn: someone.hidden('goOn'), ...typed });
};

describe('a form that was begun in another browser', () => {
  test('is gone on with by a mailed link, once, and is then in that browser alone', async () => {
    const email = newEmail();
    const first = await begin(email);
    const second = visitor();
    expect(await ask(second, email)).toMatchObject({
      status: 303,
      location: '/request/elsewhere?done=mailed',
    });
    const link = await linkTo(email);
    // Opening it does nothing yet.
    expect((await second.go(link)).text).toContain('Go on here');
    expect((await first.go('/request/facts')).text).toContain('canary-5c1d');
    expect(await goOn(second, link)).toMatchObject({ status: 303, location: '/request/deadline' });
    expect((await second.go('/request/facts')).text).toContain('canary-5c1d');
    expect(await first.go('/request/facts')).toMatchObject({ status: 303, location: '/request/role' });
    expect((await second.go(link)).status).toBe(404);
    expect((await visitor().go(link)).text).toContain('opens nothing any more');
  });

  test('the answer is the same where there is none, and no mail leaves', async () => {
    const [email, unknown] = [newEmail(), newEmail()];
    await begin(email);
    const said = async (address: string) => {
      const someone = visitor();
      const { status, location } = await ask(someone, address);
      const { text } = await someone.go(location ?? '');
      return [status, location, text.replaceAll(/value="[^"]*"/g, '')];
    };
    expect(await said(unknown)).toEqual(await said(email));
    expect([await mails(unknown), await mails(email)]).toEqual([0, 1]);
  });

  test('a forwarded link opens nothing without the address, and five wrong ones end it', async () => {
    const email = newEmail();
    await begin(email);
    await ask(visitor(), email);
    const link = await linkTo(email);
    const stranger = visitor();
    const page = await stranger.go(link);
    expect(page.text).not.toContain(email);
    expect(page.text).not.toContain('Go on here');
    for (let n = 1; n <= 4; n += 1) {
      const wrong = await stranger.go(link, {
        _csrf: stranger.hidden('_csrf'),
        email: newEmail(),
        goOn: 'yes',
      });
      expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('sent to another address') });
    }
    const right = await stranger.go(link, { _csrf: stranger.hidden('_csrf'), email });
    expect(right).toMatchObject({ status: 200, text: expect.stringContaining('Go on here') });
    const other = visitor();
    await other.go(link);
    for (let n = 1; n <= 5; n += 1) {
      await other.go(link, { _csrf: other.hidden('_csrf') || 'x', email: newEmail() });
    }
    expect((await visitor().go(link)).status).toBe(404);
  });

  test('a sent form, a deleted one and one of another address now have no link', async () => {
    const [sentAs, movedFrom, movedTo] = [newEmail(), newEmail(), newEmail()];
    const sender = await begin(sentAs);
    await sender.post('/request/deadline', { deadlineKind: 'none' });
    await sender.go('/request/check');
    await sender.go('/request/check', {
      _csrf: sender.hidden('_csrf'),
      acknowledgesScope: 'yes',
      formToken: sender.hidden('formToken'),
    });
    const mover = await begin(movedFrom);
    await ask(visitor(), movedFrom);
    const link = await linkTo(movedFrom);
    await mover.post('/request/details', { name: 'Pat', email: movedTo, ovcGrantee: 'no' });
    expect((await visitor().go(link)).status).toBe(404);
    for (const email of [sentAs, movedFrom, movedTo]) await ask(visitor(), email);
    expect(await Promise.all([sentAs, movedFrom, movedTo].map(mails))).toEqual([0, 1, 1]);
  });

  test('one that was begun here is replaced, and that is said before', async () => {
    const email = newEmail();
    await begin(email);
    const second = await begin(newEmail());
    await ask(second, email);
    const link = await linkTo(email);
    expect((await second.go(link)).text).toContain('begun in this browser is deleted');
    await goOn(second, link);
    expect(await app.services.db.formDraft.count()).toBe(1);
  });

  test('of several, it is asked which', async () => {
    const email = newEmail();
    const [first, second] = [await begin(email), await begin(email)];
    await second.post('/request/kind', { kind: 'general-information' });
    const third = visitor();
    await ask(third, email);
    const link = await linkTo(email);
    expect((await goOn(third, link)).status).toBe(422);
    expect((await goOn(third, link, { which: '1' })).status).toBe(303);
    expect(await first.go('/request/facts')).toMatchObject({ location: '/request/role' });
    expect((await second.go('/request/facts')).text).toContain('canary-5c1d');
  });

  test('no mail holds a word of it, and nobody’s mailbox is filled', async () => {
    const email = newEmail();
    await begin(email);
    for (let n = 0; n < LIMITS.draftLinksToAddress.most + 2; n += 1) {
      await mailDraftLink(app.services, email, { ref: `network:${n}`, times: 1 });
    }
    const sent = await app.services.db.message.findMany({ where: { kind: 'form-link', to: { has: email } } });
    expect(sent).toHaveLength(LIMITS.draftLinksToAddress.most);
    expect(JSON.stringify(sent)).not.toMatch(/canary-5c1d|Pat Ruiz|attorney/);
    const other = newEmail();
    await begin(other);
    const often = { ref: 'network:one', times: 1 };
    for (let n = 0; n < 6; n += 1) await mailDraftLink(app.services, other, often);
    expect(await mails(other)).toBe(LIMITS.draftLinksByAskerToAddress.most);
  });
});
