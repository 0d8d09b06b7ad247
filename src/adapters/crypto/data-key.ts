import { randomBytes } from 'node:crypto';
import { boundTo, openWith, sealWith } from './aead.js';
import type { KeyRing } from './key-ring.js';
import { VaultError } from './vault-error.js';

const VERSION = 1;
const DATA_KEY_BYTES = 32;

/** A fresh data key under the ring's current key. Out: version, length of key id, key id, sealed key. */
export function newWrappedKey(ring: KeyRing): Uint8Array<ArrayBuffer> {
  return wrap(ring, randomBytes(DATA_KEY_BYTES));
}

/** The same data key under the ring's current key. Throws VaultError. */
export function rewrapKey(ring: KeyRing, wrapped: Uint8Array): Uint8Array<ArrayBuffer> {
  return wrap(ring, unwrapKey(ring, wrapped));
}

function wrap(ring: KeyRing, dataKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const id = Buffer.from(ring.currentId, 'ascii');
  const sealed = sealWith(wrappingKey(ring, ring.currentId), boundTo('data-key', ring.currentId), dataKey);
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION, id.length), id, sealed]));
}

/** Throws VaultError. */
export function unwrapKey(ring: KeyRing, wrapped: Uint8Array): Uint8Array {
  const idLength = wrapped[1] ?? 0;
  if (wrapped[0] !== VERSION || wrapped.length < 2 + idLength) {
    throw new VaultError('damaged', 'A data key is cut short or of an unknown version');
  }
  const id = Buffer.from(wrapped.subarray(2, 2 + idLength)).toString('ascii');
  return openWith(wrappingKey(ring, id), boundTo('data-key', id), wrapped.subarray(2 + idLength));
}

function wrappingKey(ring: KeyRing, id: string): Buffer {
  const key = ring.derive(id, 'data-key-wrap');
  if (key === undefined)
    throw new VaultError('unknown-key', 'A data key is wrapped by a key that ENCRYPTION_KEYS lacks');
  return key;
}
