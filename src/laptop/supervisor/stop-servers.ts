import { commandOf, isAlive, stopProcess } from '../../adapters/host/process-kit.js';
import { type RunFile, writeRunFile } from '../servers/run-file.js';

/** Stops Temporal, then PostgreSQL, as the run file names them, and leaves a run file that says nothing runs. */
export async function stopServers(dataDir: string, run: RunFile): Promise<void> {
  const { temporal, postgres } = run.pids;
  if (temporal && isServer(temporal, /start-dev|TestServer/))
    await stopProcess(temporal, { first: 'SIGTERM', graceMs: 10_000, last: 'SIGKILL' });
  if (postgres && isServer(postgres, /postgres/))
    await stopProcess(postgres, { first: 'SIGINT', graceMs: 30_000, last: 'SIGQUIT' });
  writeRunFile(dataDir, { ...run, pids: {} });
}

/** Never signal a number that has become somebody else's process. */
function isServer(pid: number, command: RegExp): boolean {
  return isAlive(pid) && command.test(commandOf(pid) ?? '');
}
