import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { authorizeUrl } from '../../../src/adapters/nationbuilder/connect-nationbuilder.js';
import { nationBuilderSettings } from '../../../src/adapters/nationbuilder/nationbuilder-settings.js';
import { type NationWorld, startNationWorld } from './nation-world.js';

let world: NationWorld;
beforeEach(async () => {
  world = await startNationWorld();
  world.nation.add({ email1: 'ada@legal-aid.example' });
});
afterEach(() => world.close());

const ask = () => world.contacts.mayMail('ada@legal-aid.example');
const poll = () => world.contacts.poll('2026-01-01T00:00:00.000Z');

describe('connecting', () => {
  test('before a person has connected the nation nothing is asked and nobody is mailed', async () => {
    expect(await ask()).toBe('unknown');
    expect(await poll()).toEqual({ outcome: 'refused', code: 'not-connected' });
    expect(world.nation.seen).toHaveLength(0);
  });

  test('a code becomes tokens, which lie sealed in the database', async () => {
    expect(await world.connect()).toEqual({ outcome: 'done', value: null });
    expect(await ask()).toBe('yes');
    const row = await world.database.db.oauthToken.findUniqueOrThrow({
      where: { provider: 'nationbuilder' },
    });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(/access-|refresh-/);
  });

  test('a code that is wrong or too old changes nothing', async () => {
    await world.connect();
    expect(await world.connect('old-code')).toEqual({ outcome: 'refused', code: 'reconnect-needed' });
    expect(await ask()).toBe('yes');
  });

  test('the address an administrator opens names this desk and where to come back to', () => {
    const address = new URL(
      authorizeUrl(
        { url: 'https://nation.example', clientId: 'client' },
        { redirectUri: 'https://desk.example/connected', state: 'x' },
      ),
    );
    expect(address.pathname).toBe('/oauth/authorize');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: 'https://desk.example/connected',
      state: 'x',
    });
  });
});

describe('renewing', () => {
  beforeEach(() => world.connect());

  test('before the end of the day', async () => {
    await ask();
    world.time.advance(23 * 3_600_000 + 56 * 60_000);
    expect(await ask()).toBe('yes');
    expect(world.nation.refreshes()).toBe(1);
  });

  test('after a refusal, once for everybody in this process', async () => {
    await ask();
    world.nation.expireTokens();
    const answers = await Promise.all(Array.from({ length: 6 }, ask));
    expect(new Set(answers)).toEqual(new Set(['yes']));
    expect(world.nation.refreshes()).toBe(1);
  });

  test('once for three processes: who waited takes the token the first one stored', async () => {
    const processes = [world.contacts, world.anotherProcess(), world.anotherProcess()];
    const askAll = () => Promise.all(processes.map((contacts) => contacts.mayMail('ada@legal-aid.example')));
    await askAll();
    world.nation.expireTokens();
    expect(await askAll()).toEqual(['yes', 'yes', 'yes']);
    expect(world.nation.refreshes()).toBe(1);
  });

  test('the new refresh token is the one used next', async () => {
    for (const _ of [1, 2, 3]) {
      world.nation.expireTokens();
      expect(await ask()).toBe('yes');
    }
    expect(world.nation.refreshes()).toBe(3);
  });

  test('an outage while renewing loses nothing', async () => {
    await ask();
    world.nation.expireTokens();
    const away = { kind: 'reply', status: 503 } as const;
    world.nation.failNext({ path: /oauth/ }, away, away);
    expect(await poll()).toMatchObject({ outcome: 'retry', code: 'unavailable' });
    expect(await ask()).toBe('yes');
  });

  test('a permission withdrawn needs a person, and mail stops', async () => {
    world.nation.disconnect();
    expect(await ask()).toBe('unknown');
    expect(await poll()).toEqual({ outcome: 'refused', code: 'reconnect-needed' });
    await world.connect();
    expect(await ask()).toBe('yes');
  });

  test('a database that is away is an outcome too', async () => {
    const { db } = world.database;
    await db.$executeRaw`ALTER TABLE oauth_token RENAME TO oauth_token_away`;
    const answer = await world.anotherProcess().mayMail('ada@legal-aid.example');
    await db.$executeRaw`ALTER TABLE oauth_token_away RENAME TO oauth_token`;
    expect(answer).toBe('unknown');
  });
});

describe('configuration', () => {
  const all = {
    NATIONBUILDER_SLUG: 'our-nation',
    NATIONBUILDER_CLIENT_ID: 'a',
    NATIONBUILDER_CLIENT_SECRET: 'b',
  };
  test('nothing set: the desk’s own subscriptions decide', () => {
    expect(nationBuilderSettings({ NATIONBUILDER_WEBHOOK_TOKEN: 'only this' })).toBeNull();
  });
  test('all set', () => {
    expect(nationBuilderSettings(all)?.url).toBe('https://our-nation.nationbuilder.com');
  });
  test.each([
    ['missing', { NATIONBUILDER_SLUG: '' }],
    ['no name but an address', { NATIONBUILDER_SLUG: 'evil.example/#' }],
  ])('a slug that is %s is said', (_, change) => {
    expect(() => nationBuilderSettings({ ...all, ...change })).toThrow(/NATIONBUILDER_SLUG/);
  });
});
