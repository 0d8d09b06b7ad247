import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyFiles } from '../adapters/backup/copy-files.js';
import { copyTemporal, hasTemporalStore, whileStill, withHashes } from '../adapters/backup/copy-temporal.js';
import { dumpDatabase, openSnapshot, type Snapshot } from '../adapters/backup/dump-database.js';
import { makeKeyCheck } from '../adapters/backup/key-check.js';
import { keysBeside, whyNotThere, writeKeyFile } from '../adapters/backup/key-file.js';
import type { KeptFile, Manifest } from '../adapters/backup/manifest.js';
import { writePrivateJson } from '../adapters/host/private-file.js';
import { isAlive } from '../adapters/host/process-kit.js';
import { resolveKeys } from '../adapters/kms/resolve-keys.js';
import type { Config } from '../config.js';
import { readRunFile } from '../laptop/servers/run-file.js';
import { recordSecurity } from '../usecases/security/record-security.js';
import { createFiles } from '../wire-outside.js';
import { CannotRun, commandConfig, withServices } from './connect.js';
import { print, tell } from './say.js';

/**
 * `desk backup DIR`: the database and, where it is embedded, Temporal's store, of one and the same moment, while the
 * desk runs. Without keys and sessions: what lies there can be read by nobody who hasn't the keys from elsewhere. The data
 * keys of this moment go to a folder of their own, in place of those of before.
 */
export async function backup(folder: string, { keys }: { keys?: string }): Promise<number> {
  const dir = resolve(folder);
  const keysDir = keys === undefined ? keysBeside(dir) : resolve(keys);
  const wrong = whyNotThere(keysDir, dir);
  if (wrong) throw new CannotRun(wrong);
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new CannotRun(`${dir} is not empty. Name a folder that is, or isn’t there yet.`);
  }
  const config = commandConfig();
  const encryptionKeys = await resolveKeys(config.encryptionKeys, config.services.KMS);
  process.umask(0o077);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  await withServices(({ services }) =>
    recordSecurity(services.db, services, { kind: 'backup-begun', actor: 'system' }),
  );
  const { snapshot, temporal } = await atOneMoment(config, dir);
  try {
    tell('Writing the tables …');
    const dumped = await dumpDatabase(snapshot, dir);
    const { kept: files, gone } = await copyFiles(snapshot, createFiles(config), dir);
    const manifest: Manifest = {
      v: 1,
      mode: config.mode,
      ...dumped,
      files,
      temporal: temporal && (await withHashes(dir, temporal)),
      keys: makeKeyCheck({ ...config, encryptionKeys }),
    };
    const { live, destroyed } = await writeKeyFile(snapshot, keysDir, manifest.keys);
    writePrivateJson(join(dir, 'manifest.json'), manifest);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    tell(
      `${rows} rows of ${manifest.tables.length} tables${temporal ? ', and Temporal’s store' : ''}. Not in it: ` +
        'ENCRYPTION_KEYS and APP_SECRET (secrets.json). Keep them elsewhere; without them nobody can open this backup.',
    );
    tell(
      `${files.length} documents${gone > 0 ? `; ${gone} were not there any more: removed meanwhile, or lost` : ''}.`,
    );
    tell(
      `${live} data keys are in ${keysDir}, over those of before; ${destroyed} destroyed ones are named there. Keep one copy, ` +
        'the newest: an older one would bring back what is erased since.',
    );
    print(dir);
    return 0;
  } finally {
    await snapshot.end();
  }
}

/** With an embedded Temporal both stand for one moment: it stands still while its store is copied. */
async function atOneMoment(
  config: Config,
  dir: string,
): Promise<{ snapshot: Snapshot; temporal: KeptFile[] | null }> {
  const { dataDir, mode } = config;
  const open = () =>
    openSnapshot(config.databaseUrl).catch(() => {
      throw new CannotRun('The database can’t be reached. Start the desk, or check DATABASE_URL.');
    });
  const run = readRunFile(dataDir);
  const pid = run?.pids.temporal;
  if (mode === 'rehearsal' || !run?.temporalPort || !pid || !isAlive(pid) || !hasTemporalStore(dataDir)) {
    return { snapshot: await open(), temporal: null };
  }
  return whileStill(pid, async () => ({
    snapshot: await open(),
    temporal: await copyTemporal(dataDir, dir),
  }));
}
