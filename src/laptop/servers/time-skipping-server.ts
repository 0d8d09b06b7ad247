import { isAlive, pause, spawnDetached, stopProcess, tailOf } from '../../adapters/host/process-kit.js';
import { freePort } from './free-port.js';
import { SetupError } from './setup-error.js';
import type { RunningServer } from './temporal-server.js';
import { connectTestService } from './test-service.js';
import type { TimeSkippingCommand } from './time-skipping-provision.js';

/**
 * Starts a time-skipping server in its own process group. It keeps everything in memory: a new one is empty.
 * Resolves when it answers. Throws SetupError.
 */
export async function startTimeSkippingServer(input: {
  server: TimeSkippingCommand;
  logFile: string;
  port?: number | null;
  onSpawn?(server: { pid: number; port: number }): void;
}): Promise<RunningServer> {
  const port = await freePort(input.port);
  const pid = await spawnDetached({
    command: input.server.command,
    args: [...input.server.args, String(port)],
    logFile: input.logFile,
  });
  input.onSpawn?.({ pid, port });
  const address = `127.0.0.1:${port}`;
  const stop = () => stopProcess(pid, { first: 'SIGTERM', graceMs: 5_000, last: 'SIGKILL' });
  const end = Date.now() + 60_000;
  while (isAlive(pid) && Date.now() < end) {
    const service = await connectTestService(address).catch(() => null);
    if (service) {
      await service.close();
      return { address, port, pid, adopted: false, stop };
    }
    await pause(100);
  }
  const tail = tailOf(input.logFile);
  await stop();
  throw new SetupError(
    `The time-skipping server did not start. Its log, ${input.logFile}, ends with:\n${tail}`,
  );
}
