import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { POSTGRES_OWNER } from './postgres-connections.js';
import type { RunAs } from './postgres-user.js';
import { SetupError } from './setup-error.js';

const run = promisify(execFile);

/** Makes the cluster beside its place and moves it there whole, so that a kill in between leaves no half cluster. */
export async function makeCluster(
  options: { clusterDir: string; password: string; throwaway?: boolean },
  initdb: string,
  runAs: RunAs,
): Promise<void> {
  const fresh = `${options.clusterDir}.new`;
  const passwordFile = `${options.clusterDir}.pw`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (runAs.owner) {
    await chown(fresh, runAs.owner.uid, runAs.owner.gid);
    await chown(passwordFile, runAs.owner.uid, runAs.owner.gid);
  }
  await chmod(fresh, 0o700);
  const { command, args, ...ids } = runAs.wrap(initdb, [
    `--pgdata=${fresh}`,
    `--username=${POSTGRES_OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Carried by PostgreSQL itself: sorting must not depend on the machine's locales.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(options.throwaway ? ['--no-sync'] : []),
  ]);
  try {
    await run(command, args, { ...ids, cwd: fresh, env: { LC_ALL: 'C', TZ: 'UTC' } });
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new SetupError(
      `PostgreSQL could not set up its data in ${options.clusterDir}:\n${detail}\nCheck free disk space and that DATA_DIR is writable, or set DATABASE_URL.`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, options.clusterDir);
}
