import type { Kms } from '../../ports/kms.js';
import { createTransitKms } from './create-transit-kms.js';
import { kmsSettings } from './kms-settings.js';

/** Behind the id of a key of ENCRYPTION_KEYS that the key store has wrapped. */
const WRAPPED = 'kms:';

/** Entries of ENCRYPTION_KEYS as they stand there. */
export interface KeyEntry {
  id: string;
  /** As the key store wrapped it; null: the key itself stands there. */
  wrapped: string | null;
  text: string;
}

export function entriesOf(encryptionKeys: string): KeyEntry[] {
  return encryptionKeys
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((text) => {
      const [id = '', ...rest] = text.split(':');
      const value = rest.join(':');
      return { id, text, wrapped: value.startsWith(WRAPPED) ? value.slice(WRAPPED.length) : null };
    });
}

export const wrappedEntry = (id: string, wrapped: string) => `${id}:${WRAPPED}${wrapped}`;

/** The key store of these settings; null: there is none. */
export function kmsOf(variables: Readonly<Record<string, string>>): Kms | null {
  const settings = kmsSettings(variables);
  return settings && createTransitKms(settings);
}

/**
 * ENCRYPTION_KEYS with the keys themselves, for the key ring: those that the key store has wrapped are opened there, once,
 * and held in memory. Throws KmsError; nothing goes on without them.
 */
export async function resolveKeys(
  encryptionKeys: string,
  variables: Readonly<Record<string, string>>,
): Promise<string> {
  const entries = entriesOf(encryptionKeys);
  if (entries.every(({ wrapped }) => wrapped === null)) return encryptionKeys;
  const kms = kmsOf(variables);
  if (!kms) throw new Error('ENCRYPTION_KEYS has keys of a key store, and KMS_URL is not set');
  const resolved = await Promise.all(
    entries.map(async ({ id, wrapped, text }) =>
      wrapped === null ? text : `${id}:${Buffer.from(await kms.unwrap(id, wrapped)).toString('base64')}`,
    ),
  );
  return resolved.join(',');
}
