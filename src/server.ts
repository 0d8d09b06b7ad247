import { loadConfig, processEnvironment } from './config.js';
import { refuseUnsafeStart } from './refuse-unsafe-start.js';
import { runServer } from './run-server.js';
import { createServices } from './wire.js';

/** The web process: serves until told to stop, then lets running answers finish. */
async function main(): Promise<void> {
  const config = loadConfig(processEnvironment());
  const wired = await createServices(config, { name: 'web' });
  await refuseUnsafeStart(wired, config);
  const { stop } = await runServer(config, wired);
  const end = () => void stop().then(() => wired.close());
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

await main();
