import { describe, expect, test } from '@jest/globals';
import { newEmail } from '../../calls/calls-site.js';
import { app, fillIn, requestsOf, type Visitor, visitor } from './site.js';

describe('filled in as one, and signed in as another', () => {
  const signInAs = async (someone: Visitor, email: string) => {
    const token = await app.deps.auth.make({ email, validMs: 60_000 });
    await someone.go(`/sign-in/confirm?token=${token}`);
    await someone.go('/sign-in/confirm', { _csrf: someone.hidden('_csrf'), token, next: '' });
  };
  const send = async (someone: Visitor) => {
    await someone.go('/request/check');
    return someone.go('/request/check', {
      _csrf: someone.hidden('_csrf'),
      acknowledgesScope: 'yes',
      formToken: someone.hidden('formToken'),
    });
  };

  test('the answers show what is sent, and whose it is; what was typed stays for who signs out', async () => {
    const someone = visitor();
    await fillIn(someone);
    expect((await someone.go('/request/check')).text).not.toContain('You are signed in as');
    const own = newEmail();
    await signInAs(someone, own);
    const page = (await someone.go('/request/check')).text;
    expect(page).toContain(`filled in with the address pat@legal-aid.example. You are signed in as ${own}`);
    const rows = page.slice(page.indexOf('govuk-summary-list'));
    expect(rows).toContain(own);
    expect(rows).not.toContain('pat@legal-aid.example');
    expect(rows).toContain('Pat Ruiz');
    await someone.post('/sign-out', {});
    expect((await someone.go('/request/check')).text).toContain('pat@legal-aid.example');
    expect((await someone.go('/request/facts')).text).toContain('canary-7f3a');

    await signInAs(someone, own);
    const sent = await send(someone);
    const [request] = await requestsOf(own);
    expect(sent.location).toBe(`/my/requests/${request?.id}/sent`);
    expect(request?.requesterName).toBe('Pat Ruiz');
    expect(await requestsOf('pat@legal-aid.example')).toEqual([]);

    // The next one begins with who they said they are, and with nothing of the case.
    expect(await someone.post('/request/start', { who: 'professional' })).toMatchObject({
      location: '/request/kind',
    });
    expect((await someone.go('/request/kind')).text).toContain(
      `from your last request, ${request?.reference}`,
    );
    expect((await someone.go('/request/details')).text).toContain('value="Pat Ruiz"');
    expect(await someone.go('/request/facts')).toMatchObject({ status: 303, location: '/request/kind' });
    await fillIn(someone);
    expect((await someone.go('/request/check')).text).toContain('You get our written answer by');
  });

  test('what somebody typed signed in is there for nobody else in that browser, and for them when they come back', async () => {
    const [someone, own] = [visitor(), newEmail()];
    await signInAs(someone, own);
    await fillIn(someone, 7);
    await someone.post('/sign-out', {});
    const facts = '/request/facts';
    expect(await someone.go(facts)).toMatchObject({
      status: 303,
      location: '/sign-in?next=%2Frequest%2Ffacts',
    });
    expect((await someone.go('/')).text).not.toContain('Go on with');
    await signInAs(someone, newEmail());
    expect(await someone.go(facts)).toMatchObject({ status: 303, location: '/request/role' });
    expect((await someone.go('/request/details')).text).not.toContain('pat@legal-aid.example');
    await signInAs(someone, own);
    expect((await someone.go(facts)).text).toContain('canary-7f3a');

    // Whoever begins anew there doesn't write over it.
    await someone.post('/sign-out', {});
    const theirs = someone.jar.get('ta-desk-draft') ?? '';
    await someone.post('/request/start', { who: 'professional' });
    expect(someone.jar.get('ta-desk-draft')).not.toBe(theirs);
    someone.jar.set('ta-desk-draft', theirs);
    await signInAs(someone, own);
    expect((await someone.go(facts)).text).toContain('canary-7f3a');
  });

  test('somebody’s own form says nothing of the kind', async () => {
    const someone = visitor();
    await signInAs(someone, newEmail());
    await fillIn(someone);
    expect((await someone.go('/request/check')).text).not.toContain('This form was filled in with');
  });
});
