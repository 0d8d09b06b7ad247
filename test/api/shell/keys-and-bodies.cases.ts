import { describe, expect, test } from '@jest/globals';
import { app } from './site.js';

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
