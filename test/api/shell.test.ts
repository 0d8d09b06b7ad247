import { request, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { createSignInLinks } from '../../src/adapters/auth/sign-in-links.js';
import { createApp } from '../../src/api/app.js';
import { PROBLEMS, problemDocument } from '../../src/api/errors.js';
import { paths } from '../../src/api/paths.js';
import { en } from '../../src/api/text/en/en.js';
import type { Texts } from '../../src/api/text/texts.js';
import type { ProblemCode } from '../../src/domain/refusals/problem-code.js';
import { because } from '../../src/domain/result.js';
import { marked } from '../support/marked-texts.js';
import { mailedLink } from './pages/calls/calls-site.js';
import {
  A_NUMBER,
  ANA,
  createReader,
  DECISIONS_AT_FIRST,
  furnish,
  PAGES,
  type Reader,
} from './support/marked-desk.js';
import { serve } from './support/serve.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** As `app.call`, with headers that fetch keeps to itself. */
function callAs(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const req = request(`${app.url}${path}`, { headers }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part) => parts.push(part));
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    req.on('error', reject);
    req.end();
  });
}

describe('problem documents', () => {
  test.each(Object.keys(PROBLEMS) as ProblemCode[])('%s has a status, a title and a type', (code) => {
    const document = problemDocument(en, { ...because('told-before', { words: 'words' }), code });
    expect(document.status).toBeGreaterThanOrEqual(400);
    expect(document).toMatchObject({
      type: `https://ta-desk.example/problems/${code}`,
      code,
      detail: 'words',
      errors: [],
    });
  });
});

describe('addresses and headers', () => {
  test('alive, ready, counted', async () => {
    expect((await app.call('/healthz')).status).toBe(200);
    expect(await (await app.call('/readyz')).json()).toMatchObject({ ready: true });
    expect(await (await app.call('/metrics')).text()).toContain('ta_desk_http_answers_total');
  });

  test('an unknown API address is a problem document', async () => {
    const response = await app.call('/api/v1/nothing-here');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ code: 'not-found', status: 404 });
  });

  test.each([
    ['/ta-requests', 'PUT', 'POST, GET'],
    ['/service-levels', 'POST', 'GET'],
    ['/subscriptions/confirmations', 'DELETE', 'POST'],
    ['/calls/legal-working-group-2026-12-02/calendar.ics', 'PATCH', 'GET'],
  ])('%s is not for %s', async (path, method, allow) => {
    const response = await app.call(`/api/v1${path}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
    const asked = await app.call(`/api/v1${path}`, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, allow]);
    if (allow.includes('GET'))
      expect((await app.call(`/api/v1${path}`, { method: 'HEAD' })).status).not.toBe(405);
  });

  test('an unknown page is words for people', async () => {
    const response = await app.call('/no-such-page');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^text\//);
  });

  test('nothing inline, no framing, no Referer, no cache', async () => {
    const { headers } = await app.call('/no-such-page');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test.each([
    ['localhost', 200],
    ['localhost:1234', 200],
    ['LOCALHOST:3000', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['desk.test', 200],
    ['desk.test:80', 200],
    ['rebound.example', 421],
    ['rebound.example:3000', 421],
    ['127.0.0.1.rebound.example', 421],
    ['localhost.rebound.example', 421],
    ['desk.test.rebound.example:80', 421],
    ['192.168.1.5:3000', 421],
    ['0.0.0.0', 421],
    ['localhost:3000@rebound.example', 421],
    ['[::2]', 421],
  ])('under the host %s: %i', async (host, status) => {
    for (const path of ['/', '/healthz', '/outbox', '/api/v1/calls']) {
      expect([path, (await callAs(path, { host })).status]).toEqual([path, status]);
    }
  });

  test('a request with two hosts is refused, whichever comes first', async () => {
    const { port } = new URL(app.url);
    for (const hosts of [
      ['localhost', 'rebound.example'],
      ['rebound.example', 'localhost'],
      ['localhost', 'localhost'],
    ]) {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.end(
            `GET /outbox HTTP/1.1\r\n${hosts.map((host) => `Host: ${host}\r\n`).join('')}Connection: close\r\n\r\n`,
          ),
        );
        let text = '';
        socket.on('data', (part) => {
          text += part;
        });
        socket.on('end', () => resolve(text));
        socket.on('error', reject);
      });
      expect([hosts, answer.slice(0, 12)]).toEqual([hosts, 'HTTP/1.1 400']);
    }
  });

  test.each<[string, string[] | undefined, string, string]>([
    ['this machine', undefined, '::ffff:127.0.0.1', '203.0.113.9'],
    ['a neighbor in the same network', undefined, '192.168.1.20', '192.168.1.20'],
    ['a neighbor by IPv6', undefined, 'fd00::7', 'fd00::7'],
    ['a proxy that the operator names', ['192.168.1.20'], '192.168.1.20', '203.0.113.9'],
    ['one beside it', ['192.168.1.20'], '192.168.1.21', '192.168.1.21'],
    ['a private network, named as a whole', ['uniquelocal'], '10.3.0.2', '203.0.113.9'],
  ])('where somebody comes from is told by %s', (_name, trustedProxies, peer, seen) => {
    const { settings } = createApp({ ...app.deps, config: { ...app.deps.config, trustedProxies } });
    const trusts = settings['trust proxy fn'] as (address: string, hop: number) => boolean;
    expect(trusts(peer, 0) ? '203.0.113.9' : peer).toBe(seen);
  });

  test('another host is told so in the form each side reads', async () => {
    const api = await callAs('/api/v1/calls', { host: 'rebound.example' });
    expect(JSON.parse(api.text)).toMatchObject({ code: 'wrong-host', status: 421 });
    const page = await callAs('/outbox', { host: 'rebound.example' });
    expect(page.text).toContain('not at the address');
  });

  test.each<[string, Record<string, string>, number]>([
    ['this machine', {}, 200],
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }, 404],
    ['a proxy that names the host', { 'x-forwarded-host': 'desk.test' }, 404],
    ['a proxy by the standard', { forwarded: 'for=203.0.113.9' }, 404],
    ['a proxy with a header of its own', { 'x-real-ip': '127.0.0.1' }, 404],
    ['one that names itself', { via: '1.1 proxy' }, 404],
    ...[
      'x-forwarded',
      'x-original-host',
      'x-cluster-client-ip',
      'x-envoy-external-address',
      'fly-client-ip',
      'true-client-ip',
      'cf-connecting-ip',
      'cdn-loop',
      'client-ip',
      'x-request-id',
      'fastly-client-ip',
      'proxy-connection',
      'x-appengine-user-ip',
      'forwarded-for',
      'x-arr-ssl',
      'traceparent',
    ].map((name): [string, Record<string, string>, number] => [`one known by ${name}`, { [name]: '1' }, 404]),
    [
      'a browser with all it says of itself',
      {
        'user-agent': 'Mozilla/5.0',
        accept: 'text/html',
        'accept-language': 'en',
        'accept-encoding': 'gzip, br, zstd',
        'sec-fetch-site': 'none',
        'sec-ch-ua-platform': '"Linux"',
        'sec-gpc': '1',
        dnt: '1',
        referer: 'http://localhost/',
        cookie: 'a=b',
        'cache-control': 'max-age=0',
        'upgrade-insecure-requests': '1',
        'if-none-match': 'W/"1"',
        priority: 'u=0, i',
      },
      200,
    ],
  ])('the outbox is shown to %s', async (_name, headers, status) => {
    const host = 'localhost';
    expect((await callAs('/outbox', { host, ...headers })).status).toBe(status);
    const one = await callAs(`/outbox/${crypto.randomUUID()}`, { host, ...headers });
    expect(one.status).toBe(404);
  });

  test('the log has templates, never a path’s or query’s values', async () => {
    await app.call('/supervisor/secret-token-canary?email=canary@example.org');
    await app.call('/api/v1/ta-requests/canary-id?q=canary');
    expect(app.logged.length).toBeGreaterThan(0);
    expect(app.logged.join('\n')).not.toContain('canary');
  });
});

describe('keys', () => {
  test.each([
    ['unknown', `Bearer tad_00000000_${'a'.repeat(43)}`],
    ['misshapen', 'Bearer nonsense'],
    ['of another scheme', 'Basic dXNlcjpwYXNz'],
    ['empty', 'Bearer '],
  ])('a key that is %s is 401', async (_name, authorization) => {
    const response = await app.call('/api/v1/openapi.json', { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });

  test('a revoked key is 401 at once; only digests are stored', async () => {
    const key = await app.newKey('director');
    expect((await app.call('/api/v1/nothing-here', { key })).status).toBe(404);
    expect(JSON.stringify(await app.services.db.apiKey.findMany())).not.toContain(key);
    await app.services.db.apiKey.updateMany({ data: { revokedAt: new Date() } });
    expect((await app.call('/api/v1/nothing-here', { key })).status).toBe(401);
  });

  test('a key for reading writes nothing', async () => {
    const key = await app.newKey('admin', ['read']);
    const response = await app.call('/api/v1/nothing-here', { key, body: {} });
    expect(response.status).toBe(403);
  });
});

describe('bodies', () => {
  test('broken JSON', async () => {
    const response = await app.call('/api/v1/nothing-here', { body: '{"a":' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'malformed', errors: [{ pointer: '' }] });
  });

  test('larger than the limit', async () => {
    const response = await app.call('/api/v1/nothing-here', { body: { facts: 'x'.repeat(600_000) } });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'too-large' });
  });

  test('a form without its token is refused', async () => {
    const body = new URLSearchParams({ email: 'a@example.org' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await app.call('/sign-in', { method: 'POST', body, headers })).status).toBe(403);
  });
});

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

describe('where the desk speaks two languages', () => {
  /** Of another language only these few are written: what a language forgets would not compile. */
  const german: Texts = {
    ...en,
    language: 'de',
    problemTitles: { ...en.problemTitles, 'not-found': 'Nicht gefunden', invalid: 'Etwas stimmt nicht' },
    layout: { ...en.layout, skip: 'Zum Inhalt' },
    public: { ...en.public, hotline: { ...en.public.hotline, title: 'Hilfe am Telefon' } },
    refusals: {
      ...en.refusals,
      'nothing-here': 'Unter dieser Adresse ist nichts.',
      'fields-wrong': ({ count }) => `${count} Angaben stimmen nicht.`,
      'whole-number': ({ from, through }) => `Eine ganze Zahl von ${from} bis ${through}.`,
    },
  };
  let url: string;
  let server: Server;
  beforeAll(async () => {
    ({ server, url } = await serve({ ...app.deps, languages: [en, german] }));
  });
  afterAll(() => void server.close());

  const ask = (path: string, language: string) =>
    fetch(`${url}${path}`, { headers: { 'accept-language': language } });
  const wrong = '/api/v1/deadlines?receivedAt=2026-11-25T17:00:00Z&businessDays=none';

  test.each([
    ['de', 'de', 'Etwas stimmt nicht', '1 Angaben stimmen nicht.', 'Eine ganze Zahl von 1 bis 260.'],
    [
      'de-AT, en;q=0.5',
      'de',
      'Etwas stimmt nicht',
      '1 Angaben stimmen nicht.',
      'Eine ganze Zahl von 1 bis 260.',
    ],
    [
      'en-US',
      'en',
      'Something in it is not right',
      'One field is not right.',
      'Give a whole number from 1 to 260.',
    ],
    [
      'fr',
      'en',
      'Something in it is not right',
      'One field is not right.',
      'Give a whole number from 1 to 260.',
    ],
  ])('who asks for %s is answered in %s by the API', async (asked, language, title, detail, message) => {
    const answer = await ask(wrong, asked);
    expect([answer.headers.get('content-language'), answer.headers.get('vary')]).toEqual([
      language,
      expect.stringContaining('Accept-Language'),
    ]);
    expect(await answer.json()).toMatchObject({
      code: 'invalid',
      title,
      detail,
      errors: [{ pointer: '/businessDays', message }],
    });
  });

  test('and so by a page, which says its language', async () => {
    const $ = load(await (await ask('/no-such-page', 'de')).text());
    expect([$('html').attr('lang'), $('h1').text().trim()]).toEqual(['de', 'Nicht gefunden']);
    expect($('main').text()).toContain('Unter dieser Adresse ist nichts.');
  });

  test.each([
    ['de', 'Hilfe am Telefon', 'Zum Inhalt'],
    ['en', en.public.hotline.title, en.layout.skip],
  ])(
    'in %s, pages have their words from the catalogue, and what is around them',
    async (language, title, skip) => {
      const $ = load(await (await ask(paths.hotline, language)).text());
      expect([$('h1').text().trim(), $('.govuk-skip-link').text().trim()]).toEqual([title, skip]);
    },
  );

  test('a desk of one language says nothing of a choice', async () => {
    const answer = await app.call('/about', { headers: { 'accept-language': 'de' } });
    expect([answer.headers.get('content-language'), load(await answer.text())('html').attr('lang')]).toEqual([
      null,
      'en',
    ]);
  });
});

describe('in a language of which every word is marked, a page has no word of another', () => {
  let url: string;
  let server: Server;
  let ids: Record<string, string>;
  beforeAll(async () => {
    ({ server, url } = await serve({ ...app.deps, languages: [marked(en)] }));
    ids = await furnish(app);
  }, 60_000);
  afterAll(() => void server.close());

  const pages = Object.entries(PAGES) as [Reader, string[]][];
  test.each(pages.flatMap(([who, paths]) => paths.map((path): [Reader, string] => [who, path])))(
    '%s at %s',
    async (who, path) => {
      const reader = await createReader(app, url, who);
      const { status, elsewhere } = await reader.open(
        path.replace(/:(\w+)/g, (_, name) => ids[name] ?? name),
      );
      expect({ leadsOn: status >= 300 && status < 400, elsewhere }).toEqual({
        leadsOn: false,
        elsewhere: [],
      });
    },
  );

  test.each(DECISIONS_AT_FIRST)('staff about to %s, and refused', async (kind) => {
    const reader = await createReader(app, url, 'staff');
    const path = `/staff/requests/${ids.request}/decide/${kind}`;
    const [asked, refused] = [await reader.open(path), await reader.send(path, {})];
    expect([asked.status, refused.status]).toEqual([200, 422]);
    expect([...asked.elsewhere, ...refused.elsewhere]).toEqual([]);
  });

  test('the request form: each question, asked and refused, all answers, the link and where it leads', async () => {
    const [ana, other] = [await createReader(app, url, 'nobody'), await createReader(app, url, 'nobody')];
    const questions: [string, Record<string, string>, Record<string, string>?][] = [
      ['start', { who: 'professional' }],
      ['role', { role: 'paralegal' }],
      ['details', { name: ANA.name, email: ANA.email, state: 'CA', ovcGrantee: 'no' }, { licensedIn: 'x' }],
      [
        'supervisor',
        {
          'supervisor-name': 'Ada Admin',
          'supervisor-email': 'ada.admin@program.example',
          'supervisor-role': 'attorney',
        },
      ],
      ['kind', { kind: 'document-review' }],
      ['document', { documentKind: 'other-document' }],
      ['t-visa', { tVisaRelated: 'no' }],
      ['topics', { topics: 'immigration' }],
      ['resources', { reviewedResources: 'yes' }],
      ['facts', { facts: A_NUMBER, questions: A_NUMBER, clientAlias: 'R.' }],
      [
        'deadline',
        { deadlineKind: 'court', 'deadline-month': '11', 'deadline-day': '6', 'deadline-year': '2026' },
        { deadlineKind: 'court', 'deadline-month': '13' },
      ],
    ];
    const found: unknown[] = [];
    const look = async (what: string, status: number, reading: ReturnType<typeof ana.open>) => {
      const page = await reading;
      const isPage = page.status < 300 || page.status >= 400;
      found.push(...(isPage ? page.elsewhere : []).map((words) => `${what}: ${words}`));
      expect([what, page.status]).toEqual([what, status]);
      return page.html;
    };
    for (const [question, answer, wrong = {}] of questions) {
      const path = `/request/${question}`;
      await look(question, 200, ana.open(path));
      await look(question, 422, ana.send(path, wrong));
      await look(question, 303, ana.send(path, answer));
    }
    await look('what may identify', 200, ana.open('/request/identifiers'));
    await look('the date is near', 200, ana.open('/request/deadline-soon'));
    const all = await look('all answers', 200, ana.open('/request/check'));
    const formToken = load(all)('[name=formToken]').val() as string;
    await look('not confirmed', 422, ana.send('/request/check', { formToken }));
    await look('sent', 303, ana.send('/request/check', { formToken, acknowledgesScope: 'yes' }));
    await look('sent', 200, ana.open('/request/sent'));
    await look('sent elsewhere', 422, ana.send('/request/sent', { email: 'x' }));
    const link = new URL(await mailedLink(app, ANA.email, 'confirm-address')).pathname;
    await look('its link', 200, ana.open(link));
    await look('its link in another browser', 200, other.open(link));
    await look('another address', 422, other.send(link, { email: 'x' }));
    await look('confirmed there', 200, other.send(link, { email: ANA.email, confirms: 'yes' }));
    expect(found).toEqual([]);
  });

  test('signing in', async () => {
    const reader = await createReader(app, url, 'nobody');
    const found: string[] = [];
    for (const path of ['/sign-in', '/sign-in?next=/kept/x', '/sign-in/sent', '/sign-in/confirm'])
      found.push(...(await reader.open(path)).elsewhere);
    found.push(...(await reader.send('/sign-in', { email: 'x' })).elsewhere);
    await app.deps.auth.send({ email: ANA.email, next: '/' });
    const { pathname, search, searchParams } = new URL(await mailedLink(app, ANA.email, 'sign-in'));
    const confirm = `${pathname}${search}`;
    const token = searchParams.get('token') ?? '';
    found.push(...(await reader.open(confirm)).elsewhere);
    found.push(...(await reader.send(confirm, { token, email: 'x' })).elsewhere);
    expect(found).toEqual([]);
  });
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
    const refuses = () => Promise.reject(away);
    const model = (real: object) =>
      new Proxy(real, {
        get: (known, name) => (/^find/.test(String(name)) ? refuses : Reflect.get(known, name)),
      });
    const db = new Proxy(app.services.db, {
      get: (real, name) =>
        name === '$queryRaw'
          ? refuses
          : name === 'authSession'
            ? model(real.authSession)
            : Reflect.get(real, name),
    });
    const auth = createSignInLinks({ ...app.deps.config, db, deliver: async () => undefined });
    expect(cookie).toContain('ta-desk-session=');
    await expect(auth.signedIn(cookie)).rejects.toBe(away);
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
