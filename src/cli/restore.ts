import { join, resolve } from 'node:path';
import { hasTemporalStore, restoreTemporal } from '../adapters/backup/copy-temporal.js';
import { wrongKeys } from '../adapters/backup/key-check.js';
import { loadDatabase } from '../adapters/backup/load-database.js';
import { BackupError, type Manifest, readBackup } from '../adapters/backup/manifest.js';
import { systemClock } from '../adapters/clock/system-clock.js';
import { createDatabase } from '../adapters/database/client.js';
import { loadSettings, processEnvironment, type Settings } from '../config.js';
import { startPostgres } from '../laptop/servers/postgres.js';
import { environmentOf, isRunning, readRunFile } from '../laptop/servers/run-file.js';
import { ensureSecrets } from '../laptop/servers/secrets.js';
import { SetupError } from '../laptop/servers/setup-error.js';
import { ensureDataDir, lockDataDir } from '../laptop/supervisor/data-dir.js';
import { recordSecurity } from '../usecases/security/record-security.js';
import { CannotRun } from './connect.js';
import { print, tell } from './say.js';

/**
 * `desk restore DIR`: puts a backup into an empty DATA_DIR (or the empty database of DATABASE_URL), while nothing runs
 * there, under the keys it was made with. Checks all of it first; what has data is left alone.
 */
export async function restore(folder: string): Promise<number> {
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
    refuseOtherKeys(settings, manifest);
    const rows = await intoPlace(settings, dir, manifest);
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

function refuseOtherKeys({ dataDir }: Settings, { keys }: Manifest): void {
  const { APP_SECRET: appSecret, ENCRYPTION_KEYS: encryptionKeys } = environmentOf(
    dataDir,
    processEnvironment(),
  );
  const how = `Put the secrets.json of then into ${dataDir}, or set ENCRYPTION_KEYS and APP_SECRET.`;
  if (!appSecret || !encryptionKeys) {
    throw new CannotRun(`A backup holds no keys, and none are here. ${how}`);
  }
  const wrong = wrongKeys({ appSecret, encryptionKeys }, keys);
  if (wrong) throw new CannotRun(`The keys here are not those of this backup: ${wrong}. ${how}`);
}

async function intoPlace(settings: Settings, dir: string, manifest: Manifest): Promise<number> {
  const { dataDir, databaseUrl, temporal } = settings;
  const files = temporal.address ? null : manifest.temporal;
  if (files && hasTemporalStore(dataDir)) {
    throw new CannotRun(`${dataDir} holds Temporal’s store already. Restore into an empty DATA_DIR.`);
  }
  ensureDataDir(dataDir);
  const unlock = lockDataDir(dataDir);
  try {
    const rows = databaseUrl
      ? await loadAndNote(databaseUrl, dir, manifest)
      : await intoEmbedded(dataDir, dir, manifest);
    if (files) await restoreTemporal(dir, files, dataDir);
    return rows;
  } finally {
    unlock();
  }
}

/** What is back says that it was put back, unless it is older than that record. */
async function loadAndNote(url: string, dir: string, manifest: Manifest): Promise<number> {
  const rows = await loadDatabase(url, dir, manifest);
  if (!manifest.tables.some(({ name }) => name === 'security_event')) return rows;
  const db = createDatabase(url);
  try {
    const data = { rows, madeAt: new Date(manifest.madeAt).toISOString() };
    const here = { clock: systemClock, whence: 'command' } as const;
    await recordSecurity(db, here, { kind: 'backup-restored', actor: 'system', data });
  } finally {
    await db.$disconnect();
  }
  return rows;
}

async function intoEmbedded(dataDir: string, dir: string, manifest: Manifest): Promise<number> {
  const postgres = await startPostgres({
    clusterDir: join(dataDir, 'postgres'),
    logFile: join(dataDir, 'logs', 'postgres.log'),
    password: ensureSecrets(dataDir).postgresPassword,
  });
  try {
    return await loadAndNote(postgres.url, dir, manifest);
  } finally {
    await postgres.stop();
  }
}
