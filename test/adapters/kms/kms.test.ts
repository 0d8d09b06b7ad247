import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../../src/adapters/crypto/vault.js';
import { createTransitKms } from '../../../src/adapters/kms/create-transit-kms.js';
import { kmsSettings } from '../../../src/adapters/kms/kms-settings.js';
import { kmsOf, resolveKeys, wrappedEntry } from '../../../src/adapters/kms/resolve-keys.js';
import { loadSettings } from '../../../src/config.js';
import type { Kms } from '../../../src/ports/kms.js';
import { startTransitServer, type TransitServer } from '../../support/transit-server.js';

/** A key of the ring that only a key store elsewhere can open. */
let server: TransitServer;
beforeAll(async () => {
  server = await startTransitServer({ key: 'ta-desk' });
});
afterAll(() => server.close());

const variables = (more: Record<string, string> = {}) => ({
  ...{ KMS_URL: server.url, KMS_KEY: 'ta-desk', KMS_TOKEN: server.token, KMS_PATIENCE_SECONDS: '1' },
  ...more,
});
const kms = () => kmsOf(variables()) as Kms;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('the key store', () => {
  test('wraps a key and opens it for its id alone, through every version it still opens', async () => {
    const key = randomBytes(32);
    const wrapped = await kms().wrap('k1', key);
    expect(wrapped).not.toContain(key.toString('base64'));
    expect(Buffer.from(await kms().unwrap('k1', wrapped))).toEqual(key);
    expect(await codeOf(kms().unwrap('k2', wrapped))).toBe('refused');
    server.rotate();
    const anew = await kms().rewrap('k1', wrapped);
    expect([wrapped, anew].map((one) => one.slice(0, 9))).toEqual(['vault:v1:', 'vault:v2:']);
    expect(Buffer.from(await kms().unwrap('k1', wrapped))).toEqual(key);
    server.setOldest(2);
    expect(await codeOf(kms().unwrap('k1', wrapped))).toBe('refused');
    expect(Buffer.from(await kms().unwrap('k1', anew))).toEqual(key);
    expect(await kms().versions()).toEqual({ newest: 2, oldest: 2 });
  });

  test('is asked again while it is sealed or busy, for a while; what it refuses is not', async () => {
    const wrapped = await kms().wrap('k1', randomBytes(32));
    server.fail(503, 429);
    expect(await codeOf(kms().unwrap('k1', wrapped))).toBe('done');
    server.fail(...Array(50).fill(503));
    expect(await codeOf(kms().unwrap('k1', wrapped))).toBe('unavailable');
    server.fail();
    const before = server.asked.length;
    expect(await codeOf((kmsOf(variables({ KMS_TOKEN: 'another' })) as Kms).unwrap('k1', wrapped))).toBe(
      'refused',
    );
    expect(server.asked.length).toBe(before + 1);
    const nobody = kmsSettings(variables({ KMS_URL: 'http://127.0.0.1:1' }));
    expect(await codeOf(createTransitKms(nobody as NonNullable<typeof nobody>).versions())).toBe(
      'unavailable',
    );
  });

  test('lets an AppRole in, and once more when its token has lapsed', async () => {
    const { KMS_TOKEN: _none, ...rest } = variables();
    const role = kmsOf({ ...rest, KMS_ROLE_ID: 'role', KMS_SECRET_ID: 'secret' }) as Kms;
    const wrapped = await role.wrap('k1', randomBytes(32));
    server.expireTokens();
    expect(await codeOf(role.unwrap('k1', wrapped))).toBe('done');
    const wrong = kmsOf({ ...rest, KMS_ROLE_ID: 'role', KMS_SECRET_ID: 'other' }) as Kms;
    expect(await codeOf(wrong.versions())).toBe('refused');
  });
});

describe('keys of the ring', () => {
  const role = () => {
    const { KMS_TOKEN: _none, ...rest } = variables();
    return { ...rest, KMS_ROLE_ID: 'role', KMS_SECRET_ID: 'secret' };
  };

  test('are opened once, and seal and open as before; one stays readable as it moves into the store', async () => {
    const [plain, store] = [`k1:${Buffer.alloc(32, 7).toString('base64')}`, kmsOf(role()) as Kms];
    const vault = createVault({ keyRing: parseKeyRing(plain), appSecret: 's'.repeat(40) });
    const key = vault.newDataKey('case');
    const field = { table: 'case_text', rowId: '1', field: 'facts' };
    const sealed = vault.seal(key, field, 'words');
    const moved = wrappedEntry('k1', await store.wrap('k1', Buffer.alloc(32, 7)));
    const settings = loadSettings({ ENCRYPTION_KEYS: moved });
    expect(settings.encryptionKeys).toBe(moved);
    const before = server.asked.length;
    const keyRing = parseKeyRing(await resolveKeys(moved, role()));
    const after = createVault({ keyRing, appSecret: 's'.repeat(40) });
    expect(after.open(key, field, sealed)).toBe('words');
    // A login and the opening; words are opened without it.
    expect(server.asked.length).toBe(before + 2);
    expect(await resolveKeys(plain, {})).toBe(plain);
  });

  test('are there or nothing is: no store, none that answers, and no plain line to one elsewhere', async () => {
    const moved = wrappedEntry('k1', await (kmsOf(role()) as Kms).wrap('k1', randomBytes(32)));
    await expect(resolveKeys(moved, {})).rejects.toThrow('KMS_URL is not set');
    server.fail(...Array(50).fill(503));
    await expect(resolveKeys(moved, role())).rejects.toMatchObject({ code: 'unavailable' });
    server.fail();
    for (const [more, words] of [
      [{ KMS_URL: 'http://vault.example' }, 'must be https'],
      [{ KMS_ROLE_ID: 'role', KMS_SECRET_ID: 'secret' }, 'one way in'],
      [{ KMS_KEY: '../sys' }, 'KMS_KEY'],
    ] as const) {
      expect(() => kmsSettings(variables(more))).toThrow(words);
    }
  });
});
