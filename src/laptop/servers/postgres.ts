import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  commandOf,
  isAlive,
  pause,
  spawnDetached,
  stopProcess,
  tailOf,
} from '../../adapters/host/process-kit.js';
import { freePort } from './free-port.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { makeCluster } from './postgres-cluster.js';
import { ensureDatabase, urlOf, waitUntilReady } from './postgres-connections.js';
import { choosePostgresUser, type RunAs } from './postgres-user.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster, made when missing. */
  clusterDir: string;
  logFile: string;
  /** Password of the owner role `tadesk`; must stay the same for a cluster. */
  password: string;
  /** Used when free; otherwise another one is picked. */
  port?: number | null;
  /** Database made when missing and named in the answer's url. */
  database?: string;
  /** Tests only: no waiting for the disk. A crash of the machine may lose such a cluster. */
  throwaway?: boolean;
  /** Told as soon as the process exists, before it is ready: to be found again if we are killed meanwhile. */
  onSpawn?(server: { pid: number; port: number }): void;
}

export interface EmbeddedPostgres {
  /** Connection string with password, 127.0.0.1 only. */
  url: string;
  port: number;
  pid: number;
  /** True when a server left alive by a killed run was taken over. */
  adopted: boolean;
  /** Fast shutdown: sessions are cut, data is written, the process is gone afterwards. */
  stop(): Promise<void>;
}

/** Nothing that could carry content may reach the server's log: no statements, no parameters, no error details. */
const quiet = [
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'logging_collector=off',
];

/**
 * Starts PostgreSQL in its own process group, or takes over the one a killed run left behind on the same cluster.
 * Resolves when it accepts connections (crash recovery included). Throws SetupError.
 */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const database = options.database ?? 'tadesk';
  await mkdir(dirname(options.clusterDir), { recursive: true });
  const left = await findRunning(options.clusterDir);
  if (left && (await takesConnections(left, options))) {
    await ensureDatabase(urlOf(options.password, left.port, 'postgres'), database);
    return describe({ ...left, adopted: true, url: urlOf(options.password, left.port, database) });
  }
  const binaries = await findPostgresBinaries();
  const runAs = choosePostgresUser({ dataDir: dirname(options.clusterDir), binary: binaries.postgres });
  if (!existsSync(join(options.clusterDir, 'PG_VERSION'))) await makeCluster(options, binaries.initdb, runAs);
  const port = await freePort(options.port, 5_000);
  const server = await launch({ options, binaries, runAs, port });
  await ensureDatabase(urlOf(options.password, port, 'postgres'), database);
  return describe({ ...server, adopted: false, url: urlOf(options.password, port, database) });
}

/** False when it ends meanwhile: it was being stopped. */
async function takesConnections(left: { pid: number; port: number }, options: EmbeddedPostgresOptions) {
  const url = urlOf(options.password, left.port, 'postgres');
  try {
    await waitUntilReady({ url, pid: left.pid, logFile: options.logFile });
    return true;
  } catch (error) {
    if (isAlive(left.pid)) throw error;
    return false;
  }
}

interface Launch {
  options: EmbeddedPostgresOptions;
  binaries: PostgresBinaries;
  runAs: RunAs;
  port: number;
}

/** Tries for some seconds: sessions of a killed server may hold its shared memory a moment longer. */
async function launch({ options, binaries, runAs, port }: Launch): Promise<{ pid: number; port: number }> {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'max_connections=200',
    // A log that is done with is deleted, not kept under another name with what it held: it ends an erasure's last trace.
    'wal_recycle=off',
    ...quiet,
    ...(options.throwaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  for (let attempt = 1; ; attempt += 1) {
    const pid = await spawnDetached({
      ...runAs.wrap(binaries.postgres, ['-D', options.clusterDir, ...flags]),
      logFile: options.logFile,
      cwd: options.clusterDir,
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    options.onSpawn?.({ pid, port });
    try {
      await waitUntilReady({ url: urlOf(options.password, port, 'postgres'), pid, logFile: options.logFile });
      return { pid, port };
    } catch (error) {
      const busy = /shared memory block|already exists/i.test(tailOf(options.logFile, 4));
      if (!busy || attempt >= 20) throw error;
      await pause(500);
    }
  }
}

function describe(server: Omit<EmbeddedPostgres, 'stop'>): EmbeddedPostgres {
  return {
    ...server,
    stop: () => stopProcess(server.pid, { first: 'SIGINT', graceMs: 30_000, last: 'SIGQUIT' }),
  };
}

/** The server named by postmaster.pid, if it still runs and is a PostgreSQL. */
async function findRunning(clusterDir: string): Promise<{ pid: number; port: number } | null> {
  const file = join(clusterDir, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // Of a dead server: left in place, for PostgreSQL itself looks by it whether sessions of that server still live.
  if (!(pid > 1) || !isAlive(pid)) return null;
  const command = commandOf(pid);
  if (command !== null && !command.includes('postgres')) {
    // The pid has become somebody else's, which would keep PostgreSQL from starting for ever.
    await rm(file, { force: true });
    return null;
  }
  return port > 0 ? { pid, port } : null;
}
