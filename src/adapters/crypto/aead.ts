import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { VaultError } from './vault-error.js';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;

/** AES-256-GCM. Out: version (1 byte), nonce (12), tag (16), ciphertext. `bound` must be the same to open. */
export function sealWith(key: Uint8Array, bound: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]));
}

/** Throws VaultError `damaged` on any change of key, bytes or `bound`. */
export function openWith(key: Uint8Array, bound: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  if (sealed.length < HEAD || sealed[0] !== VERSION) {
    throw new VaultError('damaged', 'Sealed bytes are cut short or of an unknown version');
  }
  const nonce = sealed.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(bound, 'utf8'))
    .setAuthTag(sealed.subarray(1 + NONCE, HEAD));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]));
  } catch {
    throw new VaultError('damaged', 'Sealed bytes do not belong here or were changed');
  }
}

/** One text out of several parts that no other parts can yield, for use as bound data. */
export function boundTo(...parts: string[]): string {
  return JSON.stringify(parts);
}
