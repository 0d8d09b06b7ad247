import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { systemClock } from './adapters/clock/system-clock.js';
import { parseKeyRing } from './adapters/crypto/key-ring.js';
import { createVault } from './adapters/crypto/vault.js';
import { createDatabase } from './adapters/database/client.js';
import { createRateLimiter } from './adapters/http/rate-limiter.js';
import { wallTime } from './adapters/http/wall-time.js';
import { resolveKeys } from './adapters/kms/resolve-keys.js';
import { createLog } from './adapters/log/create-log.js';
import { createMailboxTransport } from './adapters/mail/mailbox-transport.js';
import { createSmtpTransport } from './adapters/mail/smtp-transport.js';
import { createPdfWriter } from './adapters/pdf/create-pdf-writer.js';
import { createPreviews } from './adapters/preview/create-previews.js';
import { createPrograms, keepProgramVersion } from './adapters/program/create-programs.js';
import { loadProgram } from './adapters/program/load-program.js';
import { createTemporalClient } from './adapters/temporal/create-client.js';
import { createDataConverter } from './adapters/temporal/data-converter.js';
import { createProcesses } from './adapters/temporal/processes.js';
import { createRelay } from './adapters/temporal/relay.js';
import type { Config } from './config.js';
import type { Whence } from './domain/security/whence.js';
import type { Clock } from './ports/clock.js';
import type { Services } from './ports/services.js';
import { projectRoot } from './project-root.js';
import { createFiles, createOutside } from './wire-outside.js';

export interface Wired {
  services: Services & { relay: ReturnType<typeof createRelay> };
  client: Client;
  dataConverter: DataConverter;
  close(): Promise<void>;
}

/**
 * Chooses an adapter for every port. Web, worker, rehearsal and commands share it.
 * Throws when the program can't be read or the database can't be reached.
 */
export async function createServices(
  config: Config,
  options: { clock?: Clock; name?: string; connection?: object; whence?: Whence } = {},
): Promise<Wired> {
  const clock = options.clock ?? systemClock;
  const log = createLog({ level: config.logLevel, name: options.name ?? 'ta-desk' });
  const keyRing = parseKeyRing(await resolveKeys(config.encryptionKeys, config.services.KMS));
  const dataConverter = createDataConverter({ keyRing, namespace: config.temporal.namespace });
  const db = createDatabase(config.databaseUrl);
  const program = loadProgram(config.programDir);
  await keepProgramVersion(db, program, clock.now());
  const client = createTemporalClient({
    connection: { ...config.temporal.connection, ...options.connection },
    namespace: config.temporal.namespace,
    dataConverter,
  });
  const vault = createVault({ keyRing, appSecret: config.appSecret });
  const services = {
    db,
    vault,
    files: createFiles(config),
    clock,
    programs: createPrograms(program),
    relay: createRelay({ db, client, log }),
    processes: createProcesses({ client, log }),
    pdf: createPdfWriter(),
    previews: createPreviews({ root: projectRoot }),
    mail: {
      transport: config.smtpUrl ? createSmtpTransport({ url: config.smtpUrl }) : createMailboxTransport(),
      from: config.mailFrom,
      ...(config.smtpUrl && config.mailPerMinute ? { pace: paceOf(config.mailPerMinute) } : {}),
    },
    appUrl: config.appUrl,
    log,
    whence: options.whence ?? ('system' as const),
    ...createOutside(config.services, { db, vault, log }, { simulated: options.clock !== undefined }),
  };
  return {
    services,
    client,
    dataConverter,
    async close() {
      await client.connection.close().catch(() => undefined);
      await db.$disconnect();
    },
  };
}

/** Evenly, rather than a minute's worth at once: that is what mail servers mind. */
function paceOf(perMinute: number): () => Promise<void> {
  const limiter = createRateLimiter({ limit: 1, windowMs: 60_000 / perMinute }, wallTime);
  return () => limiter.take();
}
