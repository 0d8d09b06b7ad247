import { hkdfSync } from 'node:crypto';

/** What a key is for. Each purpose gets a key of its own, so a leak of one says nothing about another. */
export type KeyPurpose = 'data-key-wrap' | 'temporal-payload';

/**
 * The installation's encryption keys. The first of `ENCRYPTION_KEYS` seals what is new; the others still
 * open what they sealed. Raw keys stay in the closure, so that a logged ring shows ids only.
 */
export interface KeyRing {
  readonly currentId: string;
  readonly ids: readonly string[];
  /** 32 bytes for one purpose; undefined when the ring has no such key. */
  derive(keyId: string, purpose: KeyPurpose): Buffer | undefined;
}

/** Says which entry of `ENCRYPTION_KEYS` is wrong and how to make a right one; never repeats key material. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

const KEY_BYTES = 32;
const ID = /^[A-Za-z0-9_-]{1,32}$/;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const HOW = 'Expected "id:base64,…" with 32 random bytes each; make one with: openssl rand -base64 32';

/** Parses `id:base64,…`. Throws KeyRingError. */
export function parseKeyRing(text: string): KeyRing {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) throw new KeyRingError(`ENCRYPTION_KEYS is empty. ${HOW}`);
  const keys = new Map<string, Buffer>();
  entries.forEach((entry, index) => {
    const { id, key } = parseEntry(entry, index + 1);
    if (keys.has(id)) throw new KeyRingError(`ENCRYPTION_KEYS names the key "${id}" twice. ${HOW}`);
    keys.set(id, key);
  });
  return ringOf(keys);
}

function parseEntry(entry: string, position: number): { id: string; key: Buffer } {
  const colon = entry.indexOf(':');
  if (colon < 0) throw new KeyRingError(`ENCRYPTION_KEYS, entry ${position}: no "id:" in front. ${HOW}`);
  const id = entry.slice(0, colon);
  const encoded = entry.slice(colon + 1);
  if (!ID.test(id)) {
    const rule = 'the id must be 1 to 32 letters, digits, "-" or "_"';
    throw new KeyRingError(`ENCRYPTION_KEYS, entry ${position}: ${rule}. ${HOW}`);
  }
  const key = BASE64.test(encoded) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0);
  if (key.length !== KEY_BYTES) {
    throw new KeyRingError(`ENCRYPTION_KEYS, key "${id}": not 32 bytes in base64. ${HOW}`);
  }
  return { id, key };
}

function ringOf(keys: Map<string, Buffer>): KeyRing {
  const ids = [...keys.keys()];
  const derived = new Map<string, Buffer>();
  return {
    currentId: ids[0] as string,
    ids,
    derive(keyId, purpose) {
      const key = keys.get(keyId);
      if (key === undefined) return undefined;
      const slot = `${purpose}|${keyId}`;
      const known = derived.get(slot);
      if (known !== undefined) return known;
      const made = Buffer.from(hkdfSync('sha256', key, 'ta-desk', purpose, KEY_BYTES));
      derived.set(slot, made);
      return made;
    },
  };
}
