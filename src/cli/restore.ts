import { join, resolve } from 'node:path';
import { restoreFiles } from '../adapters/backup/copy-files.js';
import { hasTemporalStore, restoreTemporal } from '../adapters/backup/copy-temporal.js';
import { wrongKeys, wrongSecret } from '../adapters/backup/key-check.js';
import { keysBeside, readKeyFile } from '../adapters/backup/key-file.js';
import { type Loaded, loadDatabase } from '../adapters/backup/load-database.js';
import { BackupError, hasKeysApart, type Manifest, readBackup } from '../adapters/backup/manifest.js';
import { systemClock } from '../adapters/clock/system-clock.js';
import { createDatabase } from '../adapters/database/client.js';
import { resolveKeys } from '../adapters/kms/resolve-keys.js';
import { loadSettings, processEnvironment, type Settings } from '../config.js';
import { startPostgres } from '../laptop/servers/postgres.js';
import { environmentOf, isRunning, readRunFile } from '../laptop/servers/run-file.js';
import { ensureSecrets } from '../laptop/servers/secrets.js';
import { SetupError } from '../laptop/servers/setup-error.js';
import { ensureDataDir, lockDataDir } from '../laptop/supervisor/data-dir.js';
import type { Files } from '../ports/files.js';
import { recordSecurity } from '../usecases/security/record-security.js';
import { createFiles } from '../wire-outside.js';
import { CannotRun } from './connect.js';
import { readErasures, repeatErasures } from './repeat-erasures.js';
import { print, tell } from './say.js';

/**
 * `desk restore DIR`: puts a backup into an empty DATA_DIR (or the empty database of DATABASE_URL), while nothing runs
 * there, with the data keys of then or later, under the keys they are wrapped with. Checks all of it first; what has data is
 * left alone, and what was erased since the backup stays erased.
 */
export async function restore(
  folder: string,
  { keys, erasures }: { keys?: string; erasures?: string },
): Promise<number> {
  const settings = loadSettings(processEnvironment());
  try {
    if (isRunning(readRunFile(settings.dataDir))) {
      throw new CannotRun(
        `The desk runs on ${settings.dataDir}. Stop it, and restore into an empty DATA_DIR.`,
      );
    }
    const dir = resolve(folder);
    tell('Checking the backup …');
    const manifest = await readBackup(dir);
    const keysDir = hasKeysApart(manifest) ? (keys === undefined ? keysBeside(dir) : resolve(keys)) : null;
    const ring = await refuseOtherKeys(settings, manifest, keysDir);
    const list = readErasures(settings.dataDir, erasures);
    const { rows, erasedAgain } = await intoPlace(settings, dir, { manifest, keysDir, ring, list });
    if (erasedAgain > 0) tell(`${erasedAgain} rows erased since then were not put back.`);
    print(`${rows} rows of ${manifest.tables.length} tables restored, as of ${manifest.madeAt}.`);
    const whole = manifest.temporal && !settings.temporal.address;
    tell(
      whole
        ? 'Start the desk with npm start.'
        : 'Start the desk, then run `desk reconcile`: it starts the processes anew from what they last recorded.',
    );
    return 0;
  } catch (error) {
    if (error instanceof BackupError || error instanceof SetupError) throw new CannotRun(error.message);
    throw error;
  }
}

interface From {
  manifest: Manifest;
  keysDir: string | null;
  ring: { appSecret: string; encryptionKeys: string };
  /** What was erased by hand since. */
  list: ReturnType<typeof readErasures>;
}

async function refuseOtherKeys(
  { dataDir, temporal, services }: Settings,
  manifest: Manifest,
  keysDir: string | null,
): Promise<From['ring']> {
  const apart = keysDir === null ? null : await readKeyFile(keysDir);
  const { APP_SECRET: appSecret, ENCRYPTION_KEYS: encryptionKeys } = environmentOf(
    dataDir,
    processEnvironment(),
  );
  const how = `Put the secrets.json of then into ${dataDir}, or set ENCRYPTION_KEYS and APP_SECRET.`;
  if (!appSecret || !encryptionKeys) {
    throw new CannotRun(`A backup holds no keys, and none are here. ${how}`);
  }
  const here = { appSecret, encryptionKeys: await resolveKeys(encryptionKeys, services.KMS) };
  // Temporal's histories are under the keys of then; the data keys may be wrapped by newer ones since.
  const asThen = apart === null || (manifest.temporal !== null && !temporal.address);
  const wrong =
    (asThen ? wrongKeys(here, manifest.keys) : wrongSecret(here, manifest.keys)) ??
    (apart && wrongKeys(here, apart.keys));
  if (wrong) throw new CannotRun(`The keys here are not those of this backup: ${wrong}. ${how}`);
  return here;
}

async function intoPlace(settings: Settings, dir: string, from: From): Promise<Loaded> {
  const { manifest } = from;
  const { dataDir, databaseUrl, temporal } = settings;
  const files = temporal.address ? null : manifest.temporal;
  if (files && hasTemporalStore(dataDir)) {
    throw new CannotRun(`${dataDir} holds Temporal’s store already. Restore into an empty DATA_DIR.`);
  }
  ensureDataDir(dataDir);
  const unlock = lockDataDir(dataDir);
  try {
    const load = (url: string) => loadAndNote(url, dir, { ...from, files: createFiles(settings) });
    const loaded = databaseUrl ? await load(databaseUrl) : await intoEmbedded(dataDir, load);
    if (files) await restoreTemporal(dir, files, dataDir);
    return loaded;
  } finally {
    unlock();
  }
}

/** What is back says that it was put back, unless it is older than that record. */
async function loadAndNote(
  url: string,
  dir: string,
  { manifest, keysDir, ring, list, files }: From & { files: Files },
): Promise<Loaded> {
  const loaded = await loadDatabase(url, dir, manifest, keysDir);
  if (manifest.mode === 'start' && manifest.tables.some(({ name }) => name === 'erasure'))
    await repeatErasures(url, { ...ring, files }, { list, madeAt: new Date(manifest.madeAt) });
  // After what was erased since is erased again: documents of that are not put back.
  const kept = manifest.files ?? [];
  if (kept.length > 0) tell(`${await restoreFiles(url, files, { dir, kept })} documents put back.`);
  if (!manifest.tables.some(({ name }) => name === 'security_event')) return loaded;
  const db = createDatabase(url);
  try {
    const data = { rows: loaded.rows, madeAt: new Date(manifest.madeAt).toISOString() };
    const here = { clock: systemClock, whence: 'command' } as const;
    await recordSecurity(db, here, { kind: 'backup-restored', actor: 'system', data });
  } finally {
    await db.$disconnect();
  }
  return loaded;
}

async function intoEmbedded(dataDir: string, load: (url: string) => Promise<Loaded>): Promise<Loaded> {
  const postgres = await startPostgres({
    clusterDir: join(dataDir, 'postgres'),
    logFile: join(dataDir, 'logs', 'postgres.log'),
    password: ensureSecrets(dataDir).postgresPassword,
  });
  try {
    return await load(postgres.url);
  } finally {
    await postgres.stop();
  }
}
