import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createVisitor } from './support/form-visitor.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let key: string;
/** What goes wrong as the clock is moved; null: nothing. */
let broken: Error | null = null;
beforeAll(async () => {
  app = await startTestApp({
    rehearsal: {
      async advance(to) {
        if (broken) throw broken;
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

describe('the buttons on the clock bar', () => {
  const NOW = '2026-11-02T18:00:00.000Z';
  let visitor: ReturnType<typeof createVisitor>;
  beforeAll(async () => {
    const email = 'cora@program.example';
    const id = crypto.randomUUID();
    const staff = { id, email, name: 'Cora', role: 'coordinator', createdAt: new Date() };
    await app.services.db.staff.create({ data: staff });
    const token = await app.deps.auth.make({ email, validMs: 60_000 });
    visitor = createVisitor(app);
    visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
  });
  beforeEach(() => app.setNow(NOW));
  const press = async (fields: Record<string, string>) => {
    const page = await (await visitor.open('/when-would-i-hear')).text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    return app.call('/rehearsal/advance', {
      method: 'POST',
      body: new URLSearchParams({ ...fields, _csrf: csrf }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: visitor.cookie() },
    });
  };

  test('move it, and lead back to the page they were pressed on', async () => {
    const moved = await press({ by: 'P1D', back: '/when-would-i-hear?a=1' });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, '/when-would-i-hear?a=1']);
    expect(app.services.clock.now().toISOString()).toBe('2026-11-03T18:00:00.000Z');
  });

  test('lead to no other site', async () => {
    const moved = await press({ by: 'PT1H', back: 'https://elsewhere.example/' });
    expect(moved.headers.get('location')).toBe('/');
  });

  test('are the only steps', async () => {
    const refused = await press({ by: 'P1Y', back: '/when-would-i-hear' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Use the buttons on the clock bar.');
    expect(app.services.clock.now().toISOString()).toBe(NOW);
  });

  test('say so when the clock can’t be moved right now, and stand there to be pressed again', async () => {
    broken = new Error('away');
    const failed = await press({ by: 'P1D', back: '/when-would-i-hear' }).finally(() => {
      broken = null;
    });
    expect(failed.status).toBe(503);
    const html = await failed.text();
    expect(html).toContain('please try again in a minute');
    expect(html).toContain('action="/rehearsal/advance"');
  });
});
