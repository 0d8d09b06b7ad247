import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from '../../adapters/host/private-file.js';
import { SetupError } from './setup-error.js';

/** What a development installation makes for itself, once. Losing it means losing every sealed text. */
export interface Secrets {
  appSecret: string;
  /** As ENCRYPTION_KEYS: `id:base64,…`. */
  encryptionKeys: string;
  postgresPassword: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'secrets.json');

/** Reads DATA_DIR/secrets.json, or makes it (mode 600). Throws SetupError when it is damaged: it is never replaced. */
export function ensureSecrets(dataDir: string): Secrets {
  const known = readSecrets(dataDir);
  if (known) return known;
  const secrets: Secrets = {
    appSecret: randomBytes(32).toString('base64url'),
    encryptionKeys: `dev1:${randomBytes(32).toString('base64')}`,
    postgresPassword: randomBytes(24).toString('base64url'),
  };
  writePrivateJson(fileOf(dataDir), secrets);
  return secrets;
}

/** Null when there are none yet. Throws SetupError when the file is damaged. */
export function readSecrets(dataDir: string): Secrets | null {
  try {
    const found = readJson(fileOf(dataDir)) as Partial<Secrets> | null;
    if (found === null) return null;
    if (found.appSecret && found.encryptionKeys && found.postgresPassword) return found as Secrets;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SetupError(
    `${fileOf(dataDir)} is damaged. It opens the encrypted texts, so it is not replaced.\n` +
      'Restore it from a backup, or, to begin empty, move the whole data folder away.',
  );
}
