import { createSignInLinks } from './adapters/auth/sign-in-links.js';
import { listen } from './adapters/http/listen.js';
import { createIdentityProvider } from './adapters/oidc/create-identity-provider.js';
import { oidcSettings } from './adapters/oidc/oidc-settings.js';
import { createApp } from './api/app.js';
import type { RehearsalControl } from './api/app-deps.js';
import { UNDESCRIBED } from './api/http/check-answers.js';
import { paths } from './api/paths.js';
import type { Config } from './config.js';
import { createReady } from './usecases/health/ready.js';
import { createLinkDelivery } from './usecases/sign-in/deliver-link.js';
import type { Wired } from './wire.js';
import { webhooksOf } from './wire-outside.js';

const STOP_MS = 10_000;

/**
 * Serves pages and API on the configured port and address. `stop` lets running answers finish, for ten seconds at most.
 * Rejects when the port can't be had (`EADDRINUSE`).
 */
export async function runServer(
  config: Config,
  { services }: Pick<Wired, 'services'>,
  options: { rehearsal?: RehearsalControl } = {},
): Promise<{ stop(): Promise<void> }> {
  const auth = createSignInLinks({
    db: services.db,
    appUrl: config.appUrl,
    appSecret: config.appSecret,
    sessionHours: config.sessions.hours,
    deliver: createLinkDelivery(services),
  });
  const providers = oidcSettings(config.services.OIDC).map((settings) =>
    createIdentityProvider(settings, {
      backTo: `${config.appUrl}${paths.signInBack(settings.id)}`,
      log: services.log,
    }),
  );
  const rehearsal = options.rehearsal ?? null;
  const webhooks = webhooksOf(config.services, services);
  const undescribed = config.checkAnswers
    ? (answer: string) => services.log.error({ answer }, UNDESCRIBED)
    : undefined;
  const ready = createReady(services);
  const app = createApp({ services, config, auth, providers, rehearsal, ready, webhooks, undescribed });
  const servers = await listen(app, config);
  services.log.info({ port: config.port }, 'web is listening');
  return {
    async stop() {
      const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
      for (const server of servers) server.closeIdleConnections();
      const timer = setTimeout(() => {
        for (const server of servers) server.closeAllConnections();
      }, STOP_MS);
      await Promise.all(closed);
      clearTimeout(timer);
    },
  };
}
