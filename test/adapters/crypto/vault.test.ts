import { describe, expect, test } from '@jest/globals';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../../src/adapters/crypto/vault.js';
import { VaultError } from '../../../src/adapters/crypto/vault-error.js';
import { hashToken, newToken } from '../../../src/usecases/tokens.js';

const OLD = `old:${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `new:${Buffer.alloc(32, 2).toString('base64')}`;
const vaultWith = (keys: string, appSecret = 'secret') =>
  createVault({ keyRing: parseKeyRing(keys), appSecret });

const FIELD = { table: 'case_text', rowId: 'r1', field: 'facts' };
const TEXT = 'She left in 2019 — “safe now”. Ünïcode ✓';

/** What the vault says when it refuses; `opened` if it does not. */
function refusal(attempt: () => unknown): string {
  try {
    attempt();
    return 'opened';
  } catch (error) {
    return error instanceof VaultError ? error.code : 'another error';
  }
}

describe('sealed text', () => {
  const vault = vaultWith(OLD);
  const key = vault.newDataKey('ta_request');

  test.each([
    ['a text', TEXT],
    ['an empty text', ''],
    ['a long text', 'a'.repeat(200_000)],
  ])('%s comes back as it was', (_n, text) => {
    const sealed = vault.seal(key, FIELD, text);
    expect(vault.open(key, FIELD, sealed)).toBe(text);
    if (text !== '') expect(Buffer.from(sealed).includes(Buffer.from(text.slice(0, 12)))).toBe(false);
  });

  test('the same text never looks the same twice', () => {
    const one = Buffer.from(vault.seal(key, FIELD, TEXT)).toString('hex');
    expect(Buffer.from(vault.seal(key, FIELD, TEXT)).toString('hex')).not.toBe(one);
  });

  test('documents are sealed as bytes', () => {
    const bytes = Uint8Array.from([0, 255, 1, 254]);
    expect(vault.openBytes(key, FIELD, vault.sealBytes(key, FIELD, bytes))).toEqual(bytes);
  });

  test.each([
    ['another row', { ...FIELD, rowId: 'r2' }],
    ['another field', { ...FIELD, field: 'questions' }],
    ['another table', { ...FIELD, table: 'message' }],
    ['a place that joins to the same letters', { table: 'case_text|r1', rowId: 'facts', field: '' }],
  ])('moved to %s it does not open', (_name, place) => {
    const sealed = vault.seal(key, FIELD, TEXT);
    expect(refusal(() => vault.open(key, place, sealed))).toBe('damaged');
  });

  test('under the key of another case it does not open', () => {
    const sealed = vault.seal(key, FIELD, TEXT);
    expect(refusal(() => vault.open(vault.newDataKey('ta_request'), FIELD, sealed))).toBe('damaged');
  });

  test('no single changed byte goes unnoticed, in the text or in its key', () => {
    const sealed = vault.seal(key, FIELD, 'short');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(refusal(() => vault.open(key, FIELD, changed))).toBe('damaged');
    }
    for (let at = 0; at < key.wrapped.length; at += 1) {
      const wrapped = Uint8Array.from(key.wrapped, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(refusal(() => vault.open({ wrapped }, FIELD, sealed))).not.toBe('opened');
    }
  });

  test.each([0, 1, 5, 28])('cut to %i bytes it is refused, not misread', (length) => {
    const sealed = vault.seal(key, FIELD, TEXT);
    expect(refusal(() => vault.open(key, FIELD, sealed.subarray(0, length)))).toBe('damaged');
    expect(refusal(() => vault.open({ wrapped: key.wrapped.subarray(0, length) }, FIELD, sealed))).not.toBe(
      'opened',
    );
  });
});

describe('rotation of the key ring', () => {
  test('what an old key wrapped still opens while the ring keeps it; what is new uses the new key', () => {
    const before = vaultWith(OLD);
    const key = before.newDataKey('ta_request');
    const sealed = before.seal(key, FIELD, TEXT);
    const rotated = vaultWith(`${NEW},${OLD}`);
    expect(rotated.open(key, FIELD, sealed)).toBe(TEXT);
    const later = rotated.newDataKey('ta_request');
    expect(vaultWith(NEW).open(later, FIELD, rotated.seal(later, FIELD, TEXT))).toBe(TEXT);
  });

  test('once the old key is gone the vault says which kind of trouble it is', () => {
    const before = vaultWith(OLD);
    const key = before.newDataKey('ta_request');
    expect(refusal(() => vaultWith(NEW).open(key, FIELD, before.seal(key, FIELD, TEXT)))).toBe('unknown-key');
  });

  test('fingerprints stay the same through a rotation and differ by purpose, text and secret', () => {
    const before = vaultWith(OLD).fingerprint('duplicate', TEXT);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(vaultWith(`${NEW},${OLD}`).fingerprint('duplicate', TEXT)).toBe(before);
    expect(vaultWith(OLD).fingerprint('other', TEXT)).not.toBe(before);
    expect(vaultWith(OLD).fingerprint('duplicate', `${TEXT}.`)).not.toBe(before);
    expect(vaultWith(OLD, 'another').fingerprint('duplicate', TEXT)).not.toBe(before);
  });
});

test('tokens carry at least 128 bits, fit in a link, and only their hash is kept', () => {
  const token = newToken();
  expect(token).toMatch(/^[A-Za-z0-9_-]{22,}$/);
  expect(newToken()).not.toBe(token);
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
