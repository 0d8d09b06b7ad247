import { commandOf, isAlive, stopProcess } from '../../adapters/host/process-kit.js';
import type { RunFile } from '../servers/run-file.js';

/**
 * Ends web and worker of a run that was killed. They end by themselves too, but may still hold the port. Servers with
 * data are not ended: they are taken over.
 */
export async function endLeftovers(run: RunFile | null): Promise<void> {
  const pids = [run?.pids.web, run?.pids.worker].filter((pid): pid is number => Boolean(pid && isAlive(pid)));
  const ours = pids.filter((pid) => isOurs(commandOf(pid) ?? ''));
  await Promise.all(
    ours.map((pid) => stopProcess(pid, { first: 'SIGTERM', graceMs: 3_000, last: 'SIGKILL' })),
  );
}

const isOurs = (command: string): boolean =>
  command.split(' ').some((word) => word.includes('dist/') && word.endsWith('.js'));
