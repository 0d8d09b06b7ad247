import { createHmac, hkdfSync } from 'node:crypto';
import type { SealedField, Vault } from '../../ports/vault.js';
import { boundTo, openWith, sealWith } from './aead.js';
import { newWrappedKey, unwrapKey } from './data-key.js';
import type { KeyRing } from './key-ring.js';

/**
 * The Vault port over a key ring: AES-256-GCM, one data key per case, each text bound to its row and field.
 *
 * Fingerprints hang on `appSecret`, not on the ring: rotating encryption keys must not make the same text look
 * different. Changing `appSecret` does, and only costs that duplicates of older requests go unnoticed.
 */
export function createVault({ keyRing, appSecret }: { keyRing: KeyRing; appSecret: string }): Vault {
  const fingerprintKey = Buffer.from(hkdfSync('sha256', appSecret, 'ta-desk', 'fingerprint', 32));
  const sealBytes: Vault['sealBytes'] = (wrappedKey, field, bytes) =>
    sealWith(unwrapKey(keyRing, wrappedKey), place(field), bytes);
  const openBytes: Vault['openBytes'] = (wrappedKey, field, sealed) =>
    openWith(unwrapKey(keyRing, wrappedKey), place(field), sealed);
  return {
    newDataKey: () => newWrappedKey(keyRing),
    seal: (wrappedKey, field, text) => sealBytes(wrappedKey, field, Buffer.from(text, 'utf8')),
    open: (wrappedKey, field, sealed) => Buffer.from(openBytes(wrappedKey, field, sealed)).toString('utf8'),
    sealBytes,
    openBytes,
    fingerprint: (purpose, text) =>
      createHmac('sha256', fingerprintKey).update(boundTo(purpose, text), 'utf8').digest('hex'),
    keyedNumbers(wrappedKey, purpose, texts) {
      const key = Buffer.from(hkdfSync('sha256', unwrapKey(keyRing, wrappedKey), 'ta-desk', purpose, 32));
      return Uint32Array.from(texts, (text) =>
        createHmac('sha256', key).update(text, 'utf8').digest().readUInt32BE(0),
      );
    },
  };
}

function place({ table, rowId, field }: SealedField): string {
  return boundTo('text', table, rowId, field);
}
