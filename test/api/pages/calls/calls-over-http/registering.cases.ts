import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { FIRST, LWG, newEmail, SECOND, signedIn, wordsOf } from '../calls-site.js';
import { app, ask, registration } from './site.js';

describe('registering', () => {
  test('strangers read what is needed, sign in, and come back', async () => {
    const html = await (await app.call(`/calls/register/${LWG}`)).text();
    expect(wordsOf(html)).toContain('active Zoom account');
    expect(html).toContain(`/sign-in?next=%2Fcalls%2Fregister%2F${LWG}`);
    expect(html).not.toContain('name="employer"');
  });

  test.each([
    ['a clean one is approved', {}, ['Approved', 'You can join every call']],
    ['without a state of licensure', { licensedIn: '' }, ['In review', 'You named no state']],
    ['without an employer', { employer: '' }, ['In review', 'You named no employer']],
    [
      'a role that is not served',
      { role: 'case-manager' },
      ['In review', 'These calls are not for your role'],
    ],
  ])('%s', async (_name, change, expected) => {
    const visitor = await signedIn(app, newEmail());
    const sent = await visitor.send(`/calls/register/${LWG}`, { ...registration, ...change });
    expect(sent.status).toBe(303);
    const words = wordsOf(await (await visitor.open(sent.headers.get('location') ?? '')).text());
    for (const part of expected) expect(words).toContain(part);
  });

  test.each([
    ['who does not confirm active practice', { attest: '' }, 'Confirm this'],
    ['who says something else than that', { attest: 'perhaps' }, 'Confirm this'],
    ['an unknown state', { licensedIn: 'Calfornia' }, 'We don’t know this state or territory: Calfornia.'],
    ['no role', { role: '' }, 'Choose your role.'],
    ['a made-up role', { role: 'wizard' }, 'Choose your role.'],
  ])('%s is told so, and nothing typed is lost', async (_name, change, expected) => {
    const visitor = await signedIn(app, newEmail());
    const sent = await visitor.send(`/calls/register/${LWG}`, { ...registration, ...change });
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(html).toContain(expected);
    expect(html).toContain('Valley Legal Aid');
  });

  test('the way in is on the page of an approved registrant and of nobody else', async () => {
    const { db, vault } = app.services;
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await visitor.send(`/calls/register/${LWG}`, registration);
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain(
      'There is no join link yet. It appears here once it is set.',
    );
    const call = await db.call.findUniqueOrThrow({ where: { id: FIRST }, include: withKey });
    const link = 'https://zoom.example/j/secret';
    const field = { table: 'call', rowId: FIRST, field: 'join-link' };
    await db.call.update({
      where: { id: FIRST },
      data: { sealedJoinLink: vault.seal(call.dataKey, field, link) },
    });
    expect(await (await visitor.open('/my/calls')).text()).toContain(link);
    expect(await (await visitor.open(`/calls/${FIRST}`)).text()).not.toContain(link);
    // The call's page leads to it, and asks for no second registration.
    const page = await (await visitor.open(`/calls/${FIRST}`)).text();
    expect(wordsOf(page)).toContain('You are registered for these calls.');
    expect(wordsOf(page)).not.toContain('Register for these calls');
    expect(page).toContain('href="/my/calls"');
    expect(await (await app.call(`/calls/${FIRST}`)).text()).toContain('href="/sign-in?next=%2Fmy%2Fcalls"');
    await db.callRegistration.updateMany({ where: { email }, data: { status: 'revoked' } });
    expect(await (await visitor.open('/my/calls')).text()).not.toContain(link);
  });
});

describe('registering, from the side of who registers', () => {
  const waysOn = (html: string) =>
    load(html)('main .desk-card a')
      .toArray()
      .map(({ attribs }) => attribs.href);

  test('one that ended names no reason that staff had waived, and leads to writing', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await visitor.send(`/calls/register/${LWG}`, { ...registration, licensedIn: '' });
    const stands = (status: string) =>
      app.services.db.callRegistration.updateMany({ where: { email }, data: { status } });
    await stands('denied');
    const denied = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(denied)).toContain('You named no state');
    expect(waysOn(denied)).toContain('/request/start');
    await stands('revoked');
    const ended = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(ended)).not.toContain('You named no state');
    expect(waysOn(ended)).toContain('/request/start');
  });

  test('the form says what else rests on what is said there', async () => {
    const visitor = await signedIn(app, newEmail());
    const form = async () => wordsOf(await (await visitor.open('/calls/register/social-services')).text());
    expect(await form()).not.toContain('You are registered for');
    await visitor.send(`/calls/register/${LWG}`, registration);
    const title = app.services.programs.current().program.callSeries.find(({ id }) => id === LWG)?.title;
    expect(await form()).toContain(`You are registered for ${title} too.`);
    // Also where something has to be put right first.
    const again = await visitor.send('/calls/register/social-services', { ...registration, role: '' });
    expect(wordsOf(await again.text())).toContain(`You are registered for ${title} too.`);
  });

  test('nobody is called by the beginning of an address; whoever asks is known by the name typed there', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const nameOf = async (path: string) =>
      load(await (await visitor.open(path)).text())('main [name=name]').attr('value') ?? '';
    expect(await nameOf(`/calls/register/${LWG}`)).toBe('');
    app.setNow('2026-11-05T18:00:00.000Z');
    expect(await nameOf(`/calls/${SECOND}/ask`)).toBe('');
    await ask(visitor, SECOND, { name: 'Dora Doj' });
    expect(await nameOf(`/calls/register/${LWG}`)).toBe('Dora Doj');
  });
});
