import { createSignInLinks } from './adapters/auth/sign-in-links.js';
import { createApp } from './api/app.js';
import { createLinkDelivery } from './api/auth/deliver-link.js';
import { createReady } from './api/health/ready.js';
import { loadConfig, processEnvironment } from './config.js';
import { createServices } from './wire.js';

/** The web process. Serves until it is told to stop, then lets running answers finish. */
async function main(): Promise<void> {
  const config = loadConfig(processEnvironment());
  const { services, close } = await createServices(config);
  const auth = createSignInLinks({
    db: services.db,
    appUrl: config.appUrl,
    appSecret: config.appSecret,
    deliver: createLinkDelivery(services),
  });
  const app = createApp({ services, config, auth, rehearsal: null, ready: createReady(services) });
  const server = app.listen(config.port, () => services.log.info({ port: config.port }, 'web is listening'));
  server.requestTimeout = 60_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    services.log.error({ code: error.code, port: config.port }, 'web could not listen');
    process.exit(1);
  });

  const stop = () => {
    server.close(() => void close().finally(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 10_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

await main();
