import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { createApp } from '../../../src/api/app.js';
import { PROBLEMS, problemDocument } from '../../../src/api/errors.js';
import { securityHeaders } from '../../../src/api/middleware/security-headers.js';
import { en } from '../../../src/api/text/en/en.js';
import type { ProblemCode } from '../../../src/domain/refusals/problem-code.js';
import { because } from '../../../src/domain/result.js';
import { app } from './site.js';

/** As `app.call`, with headers that fetch keeps to itself. */
function callAs(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const req = request(`${app.url}${path}`, { headers, method }, (res) => {
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

  test('figures and readiness are not there for a proxy’s visitors', async () => {
    for (const path of ['/readyz', '/metrics'])
      for (const header of ['x-forwarded-for', 'forwarded', 'via'])
        expect([path, header, (await callAs(path, { [header]: '203.0.113.9' })).status]).toEqual([
          path,
          header,
          404,
        ]);
    expect((await callAs('/healthz', { via: '1.1 proxy' })).status).toBe(200);
  });

  test('no other site reads an answer, and no folder is listed nor anything beside what is named', async () => {
    const { headers } = await app.call('/api/v1/calls', { headers: { origin: 'https://evil.example' } });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    for (const path of [
      '/assets/',
      '/assets/images/',
      '/.git/config',
      '/assets/..%2f..%2fpackage.json',
      '/.env',
    ])
      expect([path, (await callAs(path, {})).status]).toEqual([path, 404]);
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

  test('over https browsers come by nothing else for a year, under names below ours too', () => {
    const set: Record<string, string> = {};
    const res = {
      setHeader: (name: string, value: string) => {
        set[name] = value;
      },
      removeHeader: () => undefined,
    } as unknown as Response;
    securityHeaders({ https: true })({} as Request, res, () => undefined);
    expect(set['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains');
    expect(set['Content-Security-Policy']).toContain("object-src 'none'");
  });

  test('TRACE is answered nowhere, and what is answered says how its letters are written', async () => {
    for (const path of ['/', '/api/v1/calls', '/assets/app.css', '/healthz']) {
      const { status, text } = await callAs(path, { 'x-told': 'word' }, 'TRACE');
      expect([path, status >= 400, text.includes('x-told')]).toEqual([path, true, false]);
    }
    for (const path of ['/', '/api/v1/calls', '/api/v1/nothing-here', '/healthz', '/no-such-page'])
      expect((await app.call(path)).headers.get('content-type')).toMatch(/; charset=utf-8$/i);
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

  test('a line of the log says which key or colleague asked, and of people outside none', async () => {
    const linesOf = async (path: string, key?: string) => {
      const from = app.logged.length;
      await app.call(path, key === undefined ? {} : { key });
      return app.logged.slice(from).filter((line) => line.includes('answered'));
    };
    const key = await app.newKey('coordinator');
    const { id } = await app.services.db.apiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const [byKey, byNobody] = [await linesOf('/api/v1/closures', key), await linesOf('/api/v1/calls')];
    expect(byKey.join()).toContain(`key:${id}`);
    expect(byNobody.join()).toMatch(/"request":"[0-9a-f]{12}"/);
    expect(byNobody.join()).not.toContain('who');
  });

  test('the log has templates, never a path’s or query’s values', async () => {
    await app.call('/supervisor/secret-token-canary?email=canary@example.org');
    await app.call('/api/v1/ta-requests/canary-id?q=canary');
    expect(app.logged.length).toBeGreaterThan(0);
    expect(app.logged.join('\n')).not.toContain('canary');
  });
});
