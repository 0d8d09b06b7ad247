import { describe, expect, test } from '@jest/globals';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';

const KEY_A = Buffer.alloc(32, 1).toString('base64');
const KEY_B = Buffer.alloc(32, 2).toString('base64');

describe('ENCRYPTION_KEYS', () => {
  test('the first key is the current one, the others stay known', () => {
    const ring = parseKeyRing(`2026-11:${KEY_A}, old:${KEY_B}`);
    expect(ring.currentId).toBe('2026-11');
    expect(ring.ids).toEqual(['2026-11', 'old']);
    expect(ring.derive('gone', 'data-key-wrap')).toBeUndefined();
  });

  test('each purpose and each key gives another derived key', () => {
    const ring = parseKeyRing(`a:${KEY_A},b:${KEY_B}`);
    const derived = (['data-key-wrap', 'temporal-payload'] as const).flatMap((purpose) =>
      ['a', 'b'].map((id) => ring.derive(id, purpose)?.toString('hex')),
    );
    expect(new Set(derived).size).toBe(4);
    expect(derived).not.toContain(Buffer.alloc(32, 1).toString('hex'));
  });

  test.each([
    ['nothing', '', /empty/],
    ['only commas', ' , ', /empty/],
    ['no id', KEY_A, /entry 1: no "id:"/],
    ['an empty id', `:${KEY_A}`, /entry 1: the id/],
    ['an id with a space', `my key:${KEY_A}`, /entry 1: the id/],
    ['a short key', `a:${KEY_A},b:${Buffer.alloc(16).toString('base64')}`, /key "b": not 32 bytes/],
    ['no base64', `a:${'!'.repeat(44)}`, /key "a": not 32 bytes/],
    ['the same id twice', `a:${KEY_A},a:${KEY_B}`, /"a" twice/],
  ])('%s is refused with a message that says what to do', (_name, text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message);
    expect(() => parseKeyRing(text)).toThrow(/openssl rand -base64 32/);
  });

  test('neither a logged ring nor an error shows key material', () => {
    expect(JSON.stringify(parseKeyRing(`a:${KEY_A}`))).not.toContain(KEY_A.slice(0, 8));
    expect(() => parseKeyRing(`a:${KEY_A}AAAA`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('AQEBAQ') }),
    );
  });
});
