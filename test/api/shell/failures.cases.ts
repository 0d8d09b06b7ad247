import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { createSignInLinks } from '../../../src/adapters/auth/sign-in-links.js';
import { createDatabase } from '../../../src/adapters/database/client.js';
import { isDatabaseAway } from '../../../src/usecases/database-error.js';
import { serve } from '../support/serve.js';
import { app } from './site.js';

describe('failures', () => {
  test('say nothing of what failed, to the caller or the log', async () => {
    const { clock } = app.services;
    const now = clock.now;
    clock.now = () => {
      throw new Error('canary: Maria, born 1990');
    };
    const answers = await Promise.all([app.call('/api/v1/service-levels'), app.call('/about')]);
    clock.now = now;
    for (const answer of answers) {
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('canary');
    }
    expect(app.logged.some((line) => line.includes('a request failed'))).toBe(true);
    expect(app.logged.join('\n')).not.toContain('canary');
    // The API’s document describes no failures, and whoever closes this app is told of every answer it doesn’t describe.
    const found = app.undescribed.splice(0);
    expect(found).toEqual(['GET /service-levels 500: the problem internal is not described']);
  });
});

test('the page of a failure shows what was typed, and speaks of what was noted, not of what is shown', async () => {
  const signedIn = () => Promise.reject(new Error('a failure'));
  const { server, url } = await serve({ ...app.deps, auth: { ...app.deps.auth, signedIn } });
  const answer = await fetch(`${url}/request/facts`, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: 'token', facts: 'It began in May.' }),
    headers: { cookie: 'ta-desk-session=x' },
  });
  const $ = load(await answer.text());
  server.close();
  expect([answer.status, $('main .desk-typed').text()]).toEqual([500, 'It began in May.']);
  expect($('main p').first().text()).toBe(
    'The failure has been noted, but nothing of what you sent. Please try again later.',
  );
});

describe('while the database is away', () => {
  const away = Object.assign(new Error('can’t reach it'), { code: 'P1001' });
  let url: string;
  let server: Server;
  beforeAll(async () => {
    const db = new Proxy(app.services.db, {
      get: () => {
        throw away;
      },
    });
    const services = { ...app.services, db };
    const signedIn = () => Promise.reject(away);
    const auth = { ...app.deps.auth, signedIn };
    ({ server, url } = await serve({ ...app.deps, services, auth }));
  });
  afterAll(() => void server.close());

  test('the API says so, and when to try again', async () => {
    const answer = await fetch(`${url}/api/v1/service-levels`, {
      headers: { authorization: 'Bearer tad_x' },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await answer.json()).toMatchObject({ code: 'database-unavailable', status: 503 });
  });

  test('a form comes back as it was sent, to be sent again', async () => {
    const typed = 'It began in <May>.\nShe "left" & came back.';
    const answer = await fetch(`${url}/request/facts`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: 'token', facts: typed, also: 'ask' }),
      headers: { cookie: 'ta-desk-session=x' },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    const $ = load(await answer.text());
    const hidden = $('form[action="/request/facts"] input[type=hidden]').toArray();
    expect(hidden.map((input) => [$(input).attr('name'), $(input).attr('value')])).toEqual([
      ['_csrf', 'token'],
      ['facts', typed],
      ['also', 'ask'],
    ]);
    expect($('main .desk-typed').text()).toBe(typed);
  });

  test('of a file it is said how to send it again', async () => {
    const body = new FormData();
    body.append('file', new Blob(['Words.']), 'words.txt');
    const headers = { cookie: 'ta-desk-session=x' };
    const answer = await fetch(`${url}/my/requests/x/documents`, { method: 'POST', body, headers });
    const html = await answer.text();
    expect(html).toContain('To send the file again');
    expect(html).not.toContain('Send it again<');
  });

  test('somebody signed in is told so too: what looks for sessions does not hide it', async () => {
    const token = await app.deps.auth.make({ email: 'ana@legal-aid.example', validMs: 60_000 });
    const { setCookies = [] } = (await app.deps.auth.use(token)) ?? {};
    const cookie = setCookies.map((one) => one.split(';')[0]).join('; ');
    // A port where nobody listens.
    const db = createDatabase('postgres://nobody@127.0.0.1:1/none', { connectionTimeoutMs: 500 });
    const auth = createSignInLinks({ ...app.deps.config, db, deliver: async () => undefined });
    expect(cookie).toContain('ta-desk-session=');
    const refused = await auth.signedIn(cookie).catch((error: unknown) => error);
    expect([isDatabaseAway(refused), (refused as { statusCode?: unknown }).statusCode]).toEqual([
      true,
      undefined,
    ]);
    await db.$disconnect();
  });

  test('another site does not have its words shown', async () => {
    const answer = await fetch(`${url}/request/facts`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: 'token', facts: 'Their words' }),
      headers: { 'sec-fetch-site': 'cross-site', cookie: 'ta-desk-session=x' },
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('Their words');
  });
});
