import { Connection } from '@temporalio/client';
import pg from 'pg';
import { whyServerUnsuitable } from '../../adapters/database/suitable-server.js';
import { listen } from '../../adapters/http/listen.js';
import { loadProgram } from '../../adapters/program/load-program.js';
import { ProgramError } from '../../adapters/program/problem.js';
import { temporalConnection } from '../../config.js';
import { SetupError } from '../servers/setup-error.js';
import type { Env } from '../servers/tool-cache.js';

/** Throws SetupError with the program file's problems, each with its line. */
export function checkProgramFolder(dir: string): void {
  try {
    loadProgram(dir);
  } catch (error) {
    if (error instanceof ProgramError) throw new SetupError(error.message);
    throw error;
  }
}

/** Throws SetupError when another program listens on the port. */
export async function checkPort(port: number, host: string | null): Promise<void> {
  const code = await listen(() => undefined, { port, host }).then(
    async (probes) => {
      await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
      return null;
    },
    (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
  );
  if (code === null) return;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    throw new SetupError(`HOST is ${host}, which is no address of this machine.`);
  }
  const other = port < 65_000 ? port + 1 : port - 1;
  if (code === 'EACCES')
    throw new SetupError(
      `Port ${port} may not be used by this account.\nSet PORT to another, for instance: PORT=3000 npm start`,
    );
  throw new SetupError(
    `Port ${port} is taken by another program.\nStop that program, or set PORT to another, for instance: PORT=${other} npm start`,
  );
}

/** Throws SetupError when DATABASE_URL does not lead to a PostgreSQL that lets us in and is new enough; within ten seconds. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 });
  client.on('error', () => undefined);
  let unsuitable: string | null;
  try {
    await client.connect();
    unsuitable = await whyServerUnsuitable(client);
  } catch (error) {
    throw new SetupError(
      `DATABASE_URL is set, but no PostgreSQL answers at ${hostOf(url)}: ${(error as Error).message || (error as { code?: string }).code}.\n` +
        'Start it or correct DATABASE_URL; unset it to use the PostgreSQL that comes with TA Desk.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (unsuitable) {
    throw new SetupError(`${unsuitable}\nUnset DATABASE_URL to use the PostgreSQL that comes with TA Desk.`);
  }
}

/** Throws SetupError when TEMPORAL_ADDRESS leads nowhere or the namespace is missing; within ten seconds. */
export async function checkTemporal({ env, namespace }: { env: Env; namespace: string }): Promise<void> {
  const address = env.TEMPORAL_ADDRESS;
  try {
    const connection = await Connection.connect({ ...temporalConnection(env), connectTimeout: 5_000 });
    try {
      const ask = () => connection.workflowService.describeNamespace({ namespace });
      await connection.withDeadline(Date.now() + 8_000, ask);
    } finally {
      await connection.close();
    }
  } catch (error) {
    if (saysNoNamespace((error as Error).message.toLowerCase())) {
      throw new SetupError(
        `The Temporal server at ${address} has no namespace "${namespace}".\nMake it there, or set TEMPORAL_NAMESPACE to one it has.`,
      );
    }
    throw new SetupError(
      `TEMPORAL_ADDRESS is set, but no Temporal server answers at ${address}.\n` +
        'Start it or correct TEMPORAL_ADDRESS; unset it to let TA Desk run its own.',
    );
  }
}

/** Host and port of a connection string, without its password. */
function hostOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    return 'the given address';
  }
}

const saysNoNamespace = (message: string): boolean =>
  message.includes('namespace') && message.includes('not found');
