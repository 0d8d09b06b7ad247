import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import {
  commandOf,
  isAlive,
  pause,
  spawnDetached,
  stopProcess,
  tailOf,
} from '../../adapters/host/process-kit.js';
import { freePort } from './free-port.js';
import { SetupError } from './setup-error.js';

export interface TemporalServerOptions {
  /** Path of the `temporal` command. */
  cli: string;
  /** SQLite file that keeps all workflows; made when missing. */
  dbFile: string;
  logFile: string;
  namespace?: string;
  /** Used when free; otherwise another one is picked. */
  port?: number | null;
  /** Server a killed run may have left, as noted in run.json. */
  left?: { pid: number; port: number } | null;
  /** Told as soon as the process exists, before it is ready: to be found again if we are killed meanwhile. */
  onSpawn?(server: { pid: number; port: number }): void;
}

export interface RunningServer {
  /** host:port, 127.0.0.1 only. */
  address: string;
  port: number;
  pid: number;
  /** True when a server left alive by a killed run was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Starts Temporal's single-machine server on its file, in its own process group, or takes over the one left behind.
 * Resolves when its namespace answers. Throws SetupError.
 */
export async function startTemporal(options: TemporalServerOptions): Promise<RunningServer> {
  const namespace = options.namespace ?? 'default';
  const { left } = options;
  if (left && isAlive(left.pid) && isOurServer(left.pid, options.dbFile)) {
    if (await answers({ address: `127.0.0.1:${left.port}`, namespace, withinMs: 20_000, pid: left.pid })) {
      return describe({ ...left, adopted: true });
    }
    await stopProcess(left.pid, { first: 'SIGTERM', graceMs: 5_000, last: 'SIGKILL' });
  }
  await mkdir(dirname(options.dbFile), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(options.port, 5_000);
    const pid = await spawnDetached({
      command: options.cli,
      args: [
        ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
        ...['--namespace', namespace, '--db-filename', options.dbFile, '--log-level', 'error'],
      ],
      logFile: options.logFile,
    });
    options.onSpawn?.({ pid, port });
    if (await answers({ address: `127.0.0.1:${port}`, namespace, withinMs: 60_000, pid })) {
      return describe({ pid, port, adopted: false });
    }
    // It picks more ports by itself, and gives up when somebody was quicker to use one of them.
    if (!isAlive(pid) && attempt < 3) continue;
    const tail = tailOf(options.logFile);
    await stopProcess(pid, { first: 'SIGTERM', graceMs: 5_000, last: 'SIGKILL' });
    throw new SetupError(
      `The Temporal server did not start. Its log, ${options.logFile}, ends with:\n${tail}`,
    );
  }
}

function describe(server: { pid: number; port: number; adopted: boolean }): RunningServer {
  return {
    ...server,
    address: `127.0.0.1:${server.port}`,
    stop: () => stopProcess(server.pid, { first: 'SIGTERM', graceMs: 15_000, last: 'SIGKILL' }),
  };
}

/** The same file means the same workflows; a reused pid or somebody else's server names another. */
function isOurServer(pid: number, dbFile: string): boolean {
  const command = commandOf(pid);
  return command === null || (command.includes('start-dev') && command.includes(dbFile));
}

/** True once the namespace can be described; false when the process ends or the time is over. */
async function answers(input: {
  address: string;
  namespace: string;
  withinMs: number;
  pid: number;
}): Promise<boolean> {
  const end = Date.now() + input.withinMs;
  while (Date.now() < end && isAlive(input.pid)) {
    if (await describesNamespace(input)) return true;
    await pause(50);
  }
  return false;
}

/** Asks a server for a namespace; any failure is `false`. */
export async function describesNamespace(input: { address: string; namespace: string }): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address: input.address, connectTimeout: 2_000 });
    try {
      await connection.withDeadline(Date.now() + 3_000, () =>
        connection.workflowService.describeNamespace({ namespace: input.namespace }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
