import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp({
    rehearsal: {
      async advance(to) {
        app.setNow(to.toISOString());
        return to;
      },
    },
  });
  key = await app.newKey('coordinator');
});
afterAll(() => app.close());

const advance = (body: unknown) => app.call('/api/v1/rehearsal/advance', { key, body });

describe('the simulated clock', () => {
  test('anybody may read it', async () => {
    app.setNow('2026-11-02T18:00:00.000Z');
    expect(await (await app.call('/api/v1/rehearsal')).json()).toEqual({ now: '2026-11-02T18:00:00.000Z' });
  });

  test.each([
    ['to an instant', { to: '2026-11-03T09:00:00-08:00' }, '2026-11-03T17:00:00.000Z'],
    ['by a day of 24 hours', { by: 'P1D' }, '2026-11-03T18:00:00.000Z'],
    ['by a day and an hour', { by: 'P1DT1H' }, '2026-11-03T19:00:00.000Z'],
    ['by a year', { by: 'P1Y' }, '2027-11-02T18:00:00.000Z'],
    ['to where it stands', { to: '2026-11-02T18:00:00Z' }, '2026-11-02T18:00:00.000Z'],
  ])('moves %s', async (_name, body, now) => {
    app.setNow('2026-11-02T18:00:00.000Z');
    const response = await advance(body);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ now });
  });

  test.each([
    ['back', { to: '2026-11-01T00:00:00Z' }],
    ['back by a day', { by: '-P1D' }],
    ['by nothing', { by: 'PT0S' }],
    ['by words', { by: 'a day' }],
    ['by a century', { by: 'P100Y' }],
    ['to a date', { to: '2026-12-01' }],
    ['further than anybody rehearses', { to: '2199-12-31T00:00:00Z' }],
    ['both ways', { to: '2026-12-01T00:00:00Z', by: 'P1D' }],
    ['nowhere', {}],
  ])('does not move %s', async (_name, body) => {
    app.setNow('2026-11-02T18:00:00.000Z');
    expect((await advance(body)).status).toBe(422);
    expect(app.services.clock.now().toISOString()).toBe('2026-11-02T18:00:00.000Z');
  });

  test('is moved by staff and keys only', async () => {
    const body = { by: 'P1D' };
    expect((await app.call('/api/v1/rehearsal/advance', { body })).status).toBe(401);
  });
});
