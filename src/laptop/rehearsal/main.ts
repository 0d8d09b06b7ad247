import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createHeadFile } from '../../adapters/records/head-file.js';
import { loadConfig, processEnvironment } from '../../config.js';
import { runServer } from '../../run-server.js';
import { connectTestService } from '../servers/test-service.js';
import { runSimulated } from './run-simulated.js';

const STOP_MS = 15_000;

/** The rehearsal's one program: web, worker and relay together, on the time-skipping server's clock. */
async function main(): Promise<void> {
  const config = loadConfig(processEnvironment());
  const clockServer = await connectTestService(config.temporal.address);
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  const { wired, rehearsal, stop } = await runSimulated({
    config,
    server: clockServer,
    heads: createHeadFile(config.dataDir),
  });
  const web = await runServer(config, wired, { rehearsal });

  const end = () => {
    setTimeout(() => process.exit(0), STOP_MS).unref();
    void web
      .stop()
      .then(stop)
      .then(() => clockServer.close())
      .finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

await main();
