import { randomBytes } from 'node:crypto';
import { entriesOf, kmsOf, wrappedEntry } from '../adapters/kms/resolve-keys.js';
import { loadSettings } from '../config.js';
import { type Kms, KmsError } from '../ports/kms.js';
import { CannotRun, commandEnvironment } from './connect.js';
import { print, tell } from './say.js';

/** The key store of KMS_*, whether the desk runs or not. @throws CannotRun */
function theKms(): { kms: Kms; encryptionKeys: string | null } {
  const { services, encryptionKeys } = loadSettings(commandEnvironment());
  try {
    const kms = kmsOf(services.KMS);
    if (kms) return { kms, encryptionKeys };
  } catch (error) {
    throw new CannotRun((error as Error).message);
  }
  throw new CannotRun('There is no key store: set KMS_URL, KMS_KEY and KMS_TOKEN (docs/operations.md).');
}

async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof KmsError ? new CannotRun(`${error.message}.`) : error;
  }
}

/**
 * `desk keys wrap ID`: an entry of ENCRYPTION_KEYS that only the key store can open. Of an id that stands there in plain the
 * same key, so that nothing has to be rotated; else a new one. The key itself is printed nowhere.
 */
export async function wrapKey(id: string): Promise<number> {
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(id))
    throw new CannotRun('The id must be 1 to 32 letters, digits, "-" or "_".');
  const { kms, encryptionKeys } = theKms();
  const known = entriesOf(encryptionKeys ?? '').find((entry) => entry.id === id);
  if (known?.wrapped) throw new CannotRun(`${id} is wrapped already; desk keys rewrap wraps it anew.`);
  const key = known ? Buffer.from(known.text.slice(id.length + 1), 'base64') : randomBytes(32);
  print(wrappedEntry(id, await asked(kms.wrap(id, key))));
  tell(
    known
      ? `Put it in place of ${id} in ENCRYPTION_KEYS, for web and worker, and restart both. Whoever has the key of before from a copy can still use it: put a new one in front, too, and rotate.`
      : 'Put it in front in ENCRYPTION_KEYS, for web and worker, restart both, then run desk keys rotate.',
  );
  return 0;
}

/** `desk keys rewrap`: ENCRYPTION_KEYS with each key that the store has wrapped under the newest version of its key. */
export async function rewrapKeys(): Promise<number> {
  const { kms, encryptionKeys } = theKms();
  const entries = entriesOf(encryptionKeys ?? '');
  const anew = await asked(
    Promise.all(
      entries.map(async ({ id, wrapped, text }) =>
        wrapped === null ? text : wrappedEntry(id, await kms.rewrap(id, wrapped)),
      ),
    ),
  );
  const plain = entries.filter(({ wrapped }) => wrapped === null);
  if (plain.length > 0) {
    throw new CannotRun(
      `${plain.map(({ id }) => id).join(', ')} stand in plain, and are not printed: desk keys wrap ID wraps one.`,
    );
  }
  print(anew.join(','));
  tell(
    'Set this as ENCRYPTION_KEYS for web and worker. Old versions may go at the key store once both have it.',
  );
  return 0;
}

/** For `desk keys status`: where each key of the ring comes from. */
export async function kmsLines(): Promise<Map<string, string>> {
  const { services, encryptionKeys } = loadSettings(commandEnvironment());
  const entries = entriesOf(encryptionKeys ?? '').filter(({ wrapped }) => wrapped !== null);
  if (entries.length === 0) return new Map();
  const versions = await kmsOf(services.KMS)
    ?.versions()
    .catch(() => null);
  return new Map(
    entries.map(({ id, wrapped }) => {
      const version = /:v(\d+):/.exec(wrapped ?? '')?.[1] ?? '?';
      const newest = versions ? `, the newest is ${versions.newest}` : ', which can’t be asked at the moment';
      return [id, `wrapped by the key store under version ${version} of its key${newest}`];
    }),
  );
}
