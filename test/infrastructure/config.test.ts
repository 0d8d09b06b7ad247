import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { whyRoleUnsafe } from '../../src/adapters/database/unsafe-role.js';
import { ConfigError, loadConfig, loadSettings } from '../../src/config.js';
import { unsafeStart } from '../../src/refuse-unsafe-start.js';
import { createTestDatabase } from '../support/postgres.js';

const key = 'k1:4cTjKq0Vn9y1o8uZb3F7mWd2sXgHhR5tLpAeNfYwQ6I=';
const elsewhere = 'postgresql://desk:pw@db.example.org/desk';
const whole = {
  APP_SECRET: 'k9Xw2mQ7vT4pL8sR1zN6bJ3hF5dG0cYa',
  ENCRYPTION_KEYS: key,
  DATABASE_URL: 'postgresql://desk:pw@127.0.0.1:5432/desk',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
};
const production = {
  ...whole,
  NODE_ENV: 'production',
  APP_URL: 'https://desk.example.org',
  CLAMAV_ADDRESS: '/run/clamav/clamd.ctl',
};

describe('configuration', () => {
  test('nothing set: the laptop defaults', () => {
    expect(loadSettings({})).toMatchObject({
      production: false,
      mode: 'start',
      port: 3000,
      dataDir: resolve('.data'),
      appUrl: 'http://localhost:3000',
      databaseUrl: null,
      smtpUrl: null,
      mailPerMinute: null,
      temporal: { address: null, namespace: 'default' },
    });
  });

  test('everything set: taken over, services by prefix, Temporal with TLS and API key', () => {
    const config = loadConfig({
      ...production,
      PORT: '8080',
      APP_URL: 'https://desk.example.org/',
      ZOOM_ACCOUNT_ID: 'a1',
      TEMPORAL_API_KEY: 'token',
      SMTP_URL: 'smtp://mail:25',
      MAIL_FROM: 'desk@example.org',
      MAIL_PER_MINUTE: '600',
    });
    expect(config).toMatchObject({
      port: 8080,
      mailPerMinute: 600,
      appUrl: 'https://desk.example.org',
      production: true,
    });
    expect(config.services.ZOOM).toEqual({ ZOOM_ACCOUNT_ID: 'a1' });
    expect(config.services.STRIPE).toEqual({});
    expect(config.temporal.connection).toMatchObject({
      address: '127.0.0.1:7233',
      apiKey: 'token',
      tls: true,
    });
  });

  test('production does without a virus scanner where somebody says so', () => {
    const without = { ...production, CLAMAV_ADDRESS: '', CLAMAV_ABSENT: 'accepted' };
    expect(loadSettings(without).production).toBe(true);
  });

  test('a second factor is required but in a rehearsal, and production takes no other word', () => {
    expect(loadSettings({})).toMatchObject({
      secondFactor: 'required',
      sessions: { idleMinutes: 120, hours: 12 },
    });
    expect(loadSettings({ TA_DESK_MODE: 'rehearsal' }).secondFactor).toBe('offered');
    expect(loadSettings({ SECOND_FACTOR: 'offered' }).secondFactor).toBe('offered');
    expect(() => loadSettings({ ...production, SECOND_FACTOR: 'offered' })).toThrow(
      'SECOND_FACTOR must be required in production',
    );
  });

  test('proxies of the operator’s own, one or several, or all of a private network', () => {
    expect(loadSettings({}).trustedProxies).toEqual([]);
    const named = '10.1.0.5, 10.2.0.0/16,fd00::1,fc00::/7';
    expect(loadSettings({ TRUSTED_PROXIES: named }).trustedProxies).toEqual([
      '10.1.0.5',
      '10.2.0.0/16',
      'fd00::1',
      'fc00::/7',
    ]);
    expect(loadSettings({ TRUSTED_PROXIES: 'private' }).trustedProxies).toEqual(['uniquelocal']);
  });

  test('an empty variable counts as not set', () => {
    expect(loadSettings({ PORT: '', SMTP_URL: '', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      smtpUrl: null,
      databaseUrl: null,
    });
  });

  test('it can not be changed afterwards', () => {
    const settings = loadSettings({});
    expect(() => Object.assign(settings, { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(settings.temporal, { namespace: 'x' })).toThrow(TypeError);
  });

  test.each([
    ['PORT is no number', { PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535'],
    ['PORT out of range', { PORT: '70000' }, 'PORT must be a whole number from 1 to 65535'],
    ['PORT zero', { PORT: '0' }, 'PORT must be'],
    ['APP_URL without scheme', { APP_URL: 'desk.example.org' }, 'APP_URL must be a web address'],
    [
      'ENCRYPTION_KEYS without id',
      { ENCRYPTION_KEYS: Buffer.alloc(32).toString('base64') },
      'ENCRYPTION_KEYS must be id:key',
    ],
    ['ENCRYPTION_KEYS too short', { ENCRYPTION_KEYS: 'k1:AAAA' }, 'ENCRYPTION_KEYS must be id:key'],
    [
      'DATABASE_URL another database',
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must start with postgresql://',
    ],
    [
      'TEMPORAL_ADDRESS a web address',
      { TEMPORAL_ADDRESS: 'http://x:7233' },
      'TEMPORAL_ADDRESS must be host:port',
    ],
    ['SMTP_URL a web address', { SMTP_URL: 'https://mail' }, 'SMTP_URL must start with smtp://'],
    ['MAIL_FROM no address', { MAIL_FROM: 'desk' }, 'MAIL_FROM must be an e-mail address'],
    ['MAIL_FROM two addresses', { MAIL_FROM: 'a@x.org, b@x.org' }, 'MAIL_FROM must be an e-mail address'],
    ['TRUSTED_PROXIES a name', { TRUSTED_PROXIES: 'proxy' }, 'TRUSTED_PROXIES must be up to 20 addresses'],
    ['TRUSTED_PROXIES everybody', { TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES must be up to 20'],
    ['TRUSTED_PROXIES half of IPv6', { TRUSTED_PROXIES: '::/1' }, 'TRUSTED_PROXIES must be up to 20'],
    ['TRUSTED_PROXIES a broken range', { TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES must be up to'],
    [
      'TRUSTED_PROXIES too many',
      { TRUSTED_PROXIES: Array(21).fill('10.0.0.1').join() },
      'TRUSTED_PROXIES must be up to 20',
    ],
    ['NODE_ENV misspelt', { NODE_ENV: 'prod' }, 'NODE_ENV must be development, test or production'],
    ['LOG_LEVEL unknown', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
  ])('%s', (_, variables, message) => {
    expect(() => loadSettings(variables)).toThrow(ConfigError);
    expect(() => loadSettings(variables)).toThrow(message);
  });

  test('several problems are told at once, and no secret is repeated', () => {
    const bad = () =>
      loadSettings({ PORT: 'x', ENCRYPTION_KEYS: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@h' });
    expect(bad).toThrow(/PORT[\s\S]*ENCRYPTION_KEYS[\s\S]*DATABASE_URL/);
    expect(bad).not.toThrow(/hunter2/);
  });

  test.each([
    ['without APP_SECRET', { APP_SECRET: undefined }, 'APP_SECRET is missing'],
    ['without ENCRYPTION_KEYS', { ENCRYPTION_KEYS: undefined }, 'ENCRYPTION_KEYS is missing'],
    ['without APP_URL', { APP_URL: undefined }, 'APP_URL is missing'],
    ['with a short APP_SECRET', { APP_SECRET: 'short' }, 'APP_SECRET is too short'],
    [
      'with a placeholder',
      { APP_SECRET: 'change-me-change-me-change-me-change-me' },
      'APP_SECRET is too short or a pl',
    ],
    ['with a letter again and again', { APP_SECRET: 'ab'.repeat(20) }, 'APP_SECRET is too short or a pl'],
    [
      'with the key of an example',
      { ENCRYPTION_KEYS: `${key},k0:${Buffer.alloc(32, 7).toString('base64')}` },
      'ENCRYPTION_KEYS has an example or a made-up key, k0',
    ],
    [
      'with words for a key',
      { ENCRYPTION_KEYS: `k0:${Buffer.from('the quick brown fox jumps over 1').toString('base64')}` },
      'ENCRYPTION_KEYS has an example or a made-up key, k0',
    ],
    [
      'with one secret for both',
      { APP_SECRET: key.slice(3), ENCRYPTION_KEYS: key },
      'ENCRYPTION_KEYS and APP_SECRET are the same',
    ],
    ['over an open network', { DATABASE_URL: elsewhere }, 'add ?sslmode=verify-full'],
    ['over TLS for anybody', { DATABASE_URL: `${elsewhere}?sslmode=no-verify` }, 'add ?sslmode=verify-full'],
    ['over TLS where it is offered', { DATABASE_URL: `${elsewhere}?sslmode=prefer` }, 'sslmode=verify-full'],
    [
      'over TLS unchecked, as libpq has it',
      { DATABASE_URL: `${elsewhere}?sslmode=require&uselibpqcompat=true` },
      'sslmode=verify-full',
    ],
    ['with plain http', { APP_URL: 'http://desk.example.org' }, 'APP_URL must start with https://'],
    ['without a virus scanner', { CLAMAV_ADDRESS: '' }, 'CLAMAV_ADDRESS is missing'],
    ['with a virus scanner nowhere', { CLAMAV_ADDRESS: 'clamav' }, 'CLAMAV_ADDRESS must be host:port'],
    ['with mail but no sender', { SMTP_URL: 'smtp://mail' }, 'MAIL_FROM is missing'],
  ])('production %s is refused', (_, change, message) => {
    expect(() => loadSettings({ ...production, ...change })).toThrow(message);
  });

  test.each([
    ['here', { DATABASE_URL: 'postgresql://desk:pw@localhost/desk' }],
    ['here, by IPv6', { DATABASE_URL: 'postgresql://desk:pw@[::1]:5432/desk' }],
    ['over a socket', { DATABASE_URL: 'postgresql://desk@/desk?host=/var/run/postgresql' }],
    ['over TLS', { DATABASE_URL: `${elsewhere}?sslmode=verify-full` }],
    ['on a network of its own', { DATABASE_URL: elsewhere, DATABASE_NETWORK: 'own' }],
  ])('production takes a database %s', (_, change) => {
    expect(loadSettings({ ...production, ...change }).production).toBe(true);
  });

  test.each([
    [{}, null],
    [{ super: true }, /is a superuser: .*CREATE ROLE tadesk/],
    [{ bypasses: true }, /bypasses row security \(BYPASSRLS\)/],
    [{ super: true, makes: true }, /is a superuser and makes roles/],
  ])('production and a role of the database that %j', (can, words) => {
    const why = whyRoleUnsafe({ name: 'desk', super: false, bypasses: false, makes: false, ...can });
    if (words === null) expect(why).toBeNull();
    else expect(why).toMatch(words);
  });

  test('a superuser is found out by asking, and the embedded server is left alone', async () => {
    const { db, url, drop } = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'refused-'));
    try {
      const config = { dataDir, databaseUrl: url, adminsWithoutFactor: 'refused' as const };
      expect(await unsafeStart({ db }, config)).toEqual([expect.stringContaining('is a superuser')]);
      const run = { databaseUrl: url, pids: { postgres: 1 } };
      await writeFile(join(dataDir, 'run.json'), JSON.stringify(run));
      expect(await unsafeStart({ db }, config)).toEqual([]);
      // The first admin has not come yet: the desk has to run before they can.
      const [id, now] = [randomUUID(), new Date()];
      const [email, name] = ['ada@desk.example', 'Ada'];
      await db.staff.create({ data: { id, email, name, role: 'admin', createdAt: now } });
      expect(await unsafeStart({ db }, config)).toEqual([]);
      await db.authUser.create({ data: { id, email, name, createdAt: now, updatedAt: now } });
      expect(await unsafeStart({ db }, config)).toEqual([
        expect.stringMatching(/^An active admin has no second factor\. .*ADMINS_WITHOUT_FACTOR=set-up/),
      ]);
      expect(await unsafeStart({ db }, { ...config, adminsWithoutFactor: 'set-up' })).toEqual([]);
      const passkey = { id: randomUUID(), owner: `user:${id}`, credentialId: 'c', createdAt: now };
      await db.passkey.create({ data: { ...passkey, publicKey: Uint8Array.from([1]) } });
      expect(await unsafeStart({ db }, config)).toEqual([]);
    } finally {
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test.each(Object.keys(whole))('web, worker and commands need %s', (name) => {
    expect(() => loadConfig({ ...whole, [name]: undefined })).toThrow(`${name} is missing`);
  });
});
