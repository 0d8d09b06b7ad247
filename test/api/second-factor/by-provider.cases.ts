import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createIdentityProvider } from '../../../src/adapters/oidc/create-identity-provider.js';
import type { IdentityProvider } from '../../../src/ports/identity-providers.js';
import { forgetProviderAccounts } from '../../../src/usecases/sign-in/provider-accounts.js';
import { type Forged, startLyingProvider } from '../../support/lying-provider.js';
import { startOidcProvider, type TestProvider } from '../../support/oidc-provider.js';
import { createVisitor } from '../support/form-visitor.js';
import type { TestApp } from '../support/test-app.js';
import { allTheWay, codeOf, goesTo, newColleague, startSite } from './site.js';

const DOMAINS = ['desk.example', 'legal-aid.example'];
const back = (id: string) => `http://desk.test/sign-in/with/${id}/back`;

let real: TestProvider;
let liar: Awaited<ReturnType<typeof startLyingProvider>>;
let desk: TestApp;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Of the desk that everybody's factors are known at. */
function providers(): IdentityProvider[] {
  const of = (id: string, issuer: string, client: { clientId: string; clientSecret: string }) =>
    createIdentityProvider(
      { id, name: 'Example', kind: 'standard', issuer, domains: DOMAINS, ...client },
      { backTo: back(id), log },
    );
  return [
    of('oidc', real.issuer, real.client),
    of('google', liar.url, { clientId: 'ta-desk', clientSecret: 's' }),
    of('entra', 'http://127.0.0.1:9', { clientId: 'ta-desk', clientSecret: 's' }),
  ];
}

beforeAll(async () => {
  real = await startOidcProvider(back('oidc'));
  liar = await startLyingProvider();
  desk = await startSite('required', 'http://desk.test', providers());
});
afterAll(async () => {
  await desk?.close();
  await liar?.close();
  await real?.close();
});
beforeEach(() => desk.services.db.rateCount.deleteMany());

const pathOf = (url: URL) => `${url.pathname}${url.search}`;
const verified = (email: string) => ({ email, email_verified: true });

/** A browser that goes to the provider as somebody, and where that sends it back to. */
async function goThere(subject: string, claims: Record<string, unknown>, next = '/staff') {
  const visitor = createVisitor(desk);
  const left = await visitor.open(`/sign-in/with/oidc?next=${encodeURIComponent(next)}`);
  expect(left.status).toBe(303);
  real.next = { subject, claims };
  return { visitor, there: await real.visit(goesTo(left) ?? '') };
}

async function comeBack(subject: string, claims: Record<string, unknown>, next?: string) {
  const { visitor, there } = await goThere(subject, claims, next);
  return { visitor, there, answer: await visitor.open(pathOf(there)) };
}

describe('an organization’s own sign-in, by a real provider', () => {
  test('is offered where a link is, and leads staff to the second factor, as a link does', async () => {
    const { email, id } = await newColleague('admin', desk);
    const page = await (await createVisitor(desk).open('/sign-in?next=/staff/people')).text();
    expect(page).toContain('/sign-in/with/oidc?next=%2Fstaff%2Fpeople');
    const { visitor, answer } = await comeBack('ana', verified(email), '/staff/people');
    expect(goesTo(answer)).toBe('/staff/people');
    const closed = await visitor.open(goesTo(await visitor.open('/staff/people')) ?? '');
    expect(goesTo(closed)).toBe('/sign-in/set-up?next=%2Fstaff%2Fpeople');
    const api = await desk.call('/api/v1/people', { headers: { cookie: visitor.cookie() } });
    expect(await api.json()).toMatchObject({ code: 'second-factor-required' });
    const where = { kind: 'signed-in', actor: `user:${id}` };
    expect((await desk.services.db.securityEvent.findMany({ where })).map(({ data }) => data)).toEqual([
      { by: 'oidc' },
    ]);
  });

  test('who has a factor is asked for it, whatever the provider says of how it asked', async () => {
    const known = await allTheWay('attorney', desk);
    const { visitor } = await comeBack('bo', { ...verified(known.email), amr: ['mfa'], acr: 'mfa' });
    const closed = await visitor.open(goesTo(await visitor.open('/staff')) ?? '');
    expect(goesTo(closed)).toBe('/sign-in/code?next=%2Fstaff');
    await visitor.send('/sign-in/code', { way: 'code', code: codeOf(known.key), next: '/staff' });
    expect((await visitor.open('/staff')).status).toBe(200);
  });

  test('a requester of such a domain comes in as themself', async () => {
    const { visitor, answer } = await comeBack(
      'req',
      verified('paralegal@legal-aid.example'),
      '/my/requests',
    );
    expect(goesTo(answer)).toBe('/my/requests');
    expect((await visitor.open('/my/requests')).status).toBe(200);
  });

  test('replay: the same answer signs nobody in twice, not in this browser nor in another', async () => {
    const { visitor, there, answer } = await comeBack(
      'rep',
      verified('rep@legal-aid.example'),
      '/my/requests',
    );
    expect(answer.status).toBe(303);
    const other = createVisitor(desk);
    for (const browser of [visitor, other]) expect((await browser.open(pathOf(there))).status).toBe(409);
    expect(goesTo(await other.open('/my/requests'))).toMatch(/^\/sign-in\?/);
  });

  test('fixation: an answer brought to a browser that did not ask for it signs nobody in', async () => {
    const { there } = await goThere('attacker', verified('attacker@legal-aid.example'));
    const victim = createVisitor(desk);
    await victim.open('/sign-in/with/oidc');
    expect((await victim.open(pathOf(there))).status).toBe(409);
    expect(goesTo(await victim.open('/my/requests'))).toMatch(/^\/sign-in\?/);
  });

  test('a session from before ends, and the new one has a token of its own', async () => {
    const first = await comeBack('two', verified('two@legal-aid.example'), '/my/requests');
    const before = first.visitor.cookie();
    const left = await first.visitor.open('/sign-in/with/oidc');
    await first.visitor.open(pathOf(await real.visit(goesTo(left) ?? '')));
    expect(first.visitor.cookie()).not.toBe(before);
    const old = await desk.call('/my/requests', { headers: { cookie: before } });
    expect(old.status).toBe(303);
    expect((await first.visitor.open('/my/requests')).status).toBe(200);
  });

  test('an address stays with its account until how they sign in is reset', async () => {
    const { email, id } = await newColleague('attorney', desk);
    expect((await comeBack('first-account', verified(email))).answer.status).toBe(303);
    const other = await comeBack('second-account', verified(email));
    expect(other.answer.status).toBe(403);
    expect(await other.answer.text()).toContain('came with another account');
    expect((await other.visitor.open('/staff')).status).toBe(303);
    const refused = await desk.services.db.securityEvent.findFirst({
      where: { kind: 'sign-in-refused' },
      orderBy: { at: 'desc' },
    });
    expect(refused?.data).toEqual({ by: 'oidc', reason: 'provider-account-other' });
    await desk.services.db.$transaction((tx) => forgetProviderAccounts(tx, [email]));
    expect((await comeBack('second-account', verified(email))).answer.status).toBe(303);
    const where = { actor: `user:${id}`, kind: 'signed-in' };
    expect(await desk.services.db.securityEvent.count({ where })).toBe(2);
  });

  test('two first sign-ins of one address at once: one account has it', async () => {
    const address = verified('race@legal-aid.example');
    const both = [await goThere('race-1', address), await goThere('race-2', address)];
    const answers = await Promise.all(both.map(({ visitor, there }) => visitor.open(pathOf(there))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
  });

  test.each([
    ['of another domain', { email: 'x@stranger.example', email_verified: true }],
    ['that nobody has checked', { email: 'x@legal-aid.example', email_verified: false }],
    ['none at all', {}],
  ])('an address %s is not believed', async (kind, claims) => {
    const { answer, visitor } = await comeBack(`not-${kind.length}`, claims);
    expect(answer.status).toBe(403);
    const html = await answer.text();
    expect(html).toContain('You are not signed in');
    expect(html).toContain('name="email"');
    expect((await visitor.open('/my/requests')).status).toBe(303);
  });

  test('whoever turns back there is told so, and may ask for a link', async () => {
    const visitor = createVisitor(desk);
    const left = await visitor.open('/sign-in/with/oidc?next=/staff');
    real.next = 'turns-back';
    const answer = await visitor.open(pathOf(await real.visit(goesTo(left) ?? '')));
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('You did not go on there');
    expect(html).toContain('name="next" value="/staff"');
  });

  test('a next page elsewhere is not gone to; an unknown provider is nothing', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const { answer } = await comeBack('open', verified('open@legal-aid.example'), next);
      expect(goesTo(answer)).toBe('/my/requests');
    }
    for (const path of [
      '/sign-in/with/nobody',
      '/sign-in/with/nobody/back?code=1',
      '/sign-in/with/__proto__',
    ])
      expect((await createVisitor(desk).open(path)).status).toBe(404);
  });
});

describe('a provider that is away, or lies', () => {
  test('away: said so, and a link is still asked for', async () => {
    const answer = await createVisitor(desk).open('/sign-in/with/entra');
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('can’t be reached right now');
  });

  const forged: [string, Forged, number][] = [
    ['nothing forged', {}, 303],
    ['signed by another key', { otherKey: true }, 409],
    ['not signed', { header: { alg: 'none' }, unsigned: true }, 409],
    ['signed with the client’s secret', { header: { alg: 'HS256' } }, 409],
    ['for another client', { claims: { aud: 'another' } }, 409],
    ['by another issuer', { claims: { iss: 'https://accounts.google.com' } }, 409],
    ['with another nonce', { claims: { nonce: 'another' } }, 409],
    ['that has run out', { claims: { exp: 1_000_000_000 } }, 409],
    ['of an endless subject', { claims: { sub: 's'.repeat(5_000) } }, 409],
    ['without a subject', { claims: { sub: undefined } }, 409],
  ];
  test.each(forged)('a token %s', async (_what, token, status) => {
    const visitor = createVisitor(desk);
    const to = new URL(goesTo(await visitor.open('/sign-in/with/google')) ?? '');
    expect(to.searchParams.get('code_challenge_method')).toBe('S256');
    liar.nonce(to.searchParams.get('nonce') ?? '');
    liar.forge(token);
    const state = to.searchParams.get('state');
    const answer = await visitor.open(`/sign-in/with/google/back?code=c&state=${state}`);
    expect(answer.status).toBe(status);
    const inside = await visitor.open('/my/requests');
    expect(inside.status).toBe(status === 303 ? 200 : 303);
  });

  test('the keys of the desk’s cookie are its own: one that was changed counts for nothing', async () => {
    const visitor = createVisitor(desk);
    const to = new URL(goesTo(await visitor.open('/sign-in/with/google')) ?? '');
    const value = /ta-desk-provider=([^;]+)/.exec(visitor.cookie())?.[1] ?? '';
    const [body = '', mac = ''] = value.split('.');
    const way = JSON.parse(Buffer.from(body, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...way, next: '/account' })).toString('base64url');
    visitor.adopt([`ta-desk-provider=${changed}.${mac}`]);
    liar.nonce(to.searchParams.get('nonce') ?? '');
    liar.forge({});
    const answer = await visitor.open(
      `/sign-in/with/google/back?code=c&state=${to.searchParams.get('state')}`,
    );
    expect(answer.status).toBe(409);
  });
});
