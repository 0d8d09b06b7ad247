import type { Vault } from '../../ports/vault.js';
import { parseKeyRing } from '../crypto/key-ring.js';
import { createVault } from '../crypto/vault.js';
import type { KeyCheck } from './manifest.js';

const WORD = 'these are the keys';
const FIELD = { table: 'backup', rowId: 'manifest', field: 'keys' };

interface Keys {
  encryptionKeys: string;
  appSecret: string;
}

const vaultOf = ({ encryptionKeys, appSecret }: Keys): Vault =>
  createVault({ keyRing: parseKeyRing(encryptionKeys), appSecret });

export function makeKeyCheck(keys: Keys): KeyCheck {
  const vault = vaultOf(keys);
  const dataKey = vault.newDataKey('backup');
  return {
    ids: [...parseKeyRing(keys.encryptionKeys).ids],
    dataKey: Buffer.from(dataKey.wrapped).toString('base64'),
    sealed: Buffer.from(vault.seal(dataKey, FIELD, WORD)).toString('base64'),
    fingerprint: vault.fingerprint('backup', WORD),
  };
}

/** Null: these keys open it. Else what is wrong with them. */
export function wrongKeys(keys: Keys, { ids, dataKey, sealed, fingerprint }: KeyCheck): string | null {
  const missing = ids.filter((id) => !parseKeyRing(keys.encryptionKeys).ids.includes(id));
  if (missing.length > 0) return `ENCRYPTION_KEYS lacks ${missing.join(', ')}`;
  const vault = vaultOf(keys);
  try {
    vault.open({ wrapped: Buffer.from(dataKey, 'base64') }, FIELD, Buffer.from(sealed, 'base64'));
  } catch {
    return 'ENCRYPTION_KEYS names the same keys, but they are other ones';
  }
  return wrongSecret(keys, { fingerprint });
}

/** The same of APP_SECRET alone. */
export function wrongSecret(keys: Keys, { fingerprint }: Pick<KeyCheck, 'fingerprint'>): string | null {
  return vaultOf(keys).fingerprint('backup', WORD) === fingerprint ? null : 'APP_SECRET is another one';
}
