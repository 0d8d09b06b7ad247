import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import type { DataKey, SealedField, Vault } from '../../ports/vault.js';
import { boundTo, openWith, sealWith } from './aead.js';
import { newWrappedKey, rewrapKey, unwrapKey } from './data-key.js';
import type { KeyRing } from './key-ring.js';
import { VaultError } from './vault-error.js';

/**
 * The Vault port over a key ring: AES-256-GCM, one data key per case, each text bound to its row and field.
 *
 * Fingerprints hang on `appSecret`, not on the ring: rotating encryption keys must not make the same text look
 * different. Changing `appSecret` does, and only costs that duplicates of older requests go unnoticed.
 */
export function createVault({ keyRing, appSecret }: { keyRing: KeyRing; appSecret: string }): Vault {
  const fingerprintKey = Buffer.from(hkdfSync('sha256', appSecret, 'ta-desk', 'fingerprint', 32));
  const sealBytes: Vault['sealBytes'] = (key, field, bytes) =>
    sealWith(unwrapKey(keyRing, bytesOf(key)), place(field), bytes);
  const openBytes: Vault['openBytes'] = (key, field, sealed) =>
    openWith(unwrapKey(keyRing, bytesOf(key)), place(field), sealed);
  return {
    keyIds: keyRing.ids,
    rewrap: (key) => ({ wrapped: rewrapKey(keyRing, bytesOf(key)), keyId: keyRing.currentId }),
    newDataKey: (belongsTo) => {
      const keyId = keyRing.currentId;
      return { id: randomUUID(), belongsTo, keyId, wrapped: newWrappedKey(keyRing) };
    },
    seal: (key, field, text) => sealBytes(key, field, Buffer.from(text, 'utf8')),
    open: (key, field, sealed) => Buffer.from(openBytes(key, field, sealed)).toString('utf8'),
    sealBytes,
    openBytes,
    fingerprint: (purpose, text) =>
      createHmac('sha256', fingerprintKey).update(boundTo(purpose, text), 'utf8').digest('hex'),
    keyedNumbers(dataKey, purpose, texts) {
      const key = Buffer.from(
        hkdfSync('sha256', unwrapKey(keyRing, bytesOf(dataKey)), 'ta-desk', purpose, 32),
      );
      return Uint32Array.from(texts, (text) =>
        createHmac('sha256', key).update(text, 'utf8').digest().readUInt32BE(0),
      );
    },
  };
}

/** PostgreSQL writes bytes in JSON as \x and hexadecimal digits. */
function bytesOf({ wrapped }: DataKey): Uint8Array {
  if (wrapped === null) throw new VaultError('destroyed', 'The data key was destroyed');
  return typeof wrapped === 'string' ? Buffer.from(wrapped.slice(2), 'hex') : wrapped;
}

function place({ table, rowId, field }: SealedField): string {
  return boundTo('text', table, rowId, field);
}
