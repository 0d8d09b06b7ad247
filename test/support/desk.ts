import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { DateTime } from 'luxon';
import { createSignInLinks } from '../../src/adapters/auth/sign-in-links.js';
import type { InFlight } from '../../src/adapters/temporal/in-flight.js';
import { createApp } from '../../src/api/app.js';
import type { Auth } from '../../src/api/app-deps.js';
import { type Config, loadConfig } from '../../src/config.js';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { runSimulated, type Simulated } from '../../src/laptop/rehearsal/run-simulated.js';
import { connectTestService, type TestService } from '../../src/laptop/servers/test-service.js';
import { createReady } from '../../src/usecases/health/ready.js';
import { createKey } from '../../src/usecases/keys/create-key.js';
import { createLinkDelivery } from '../../src/usecases/sign-in/deliver-link.js';
import { webhooksOf } from '../../src/wire-outside.js';
import { createTestDatabase } from './postgres.js';
import { timeSkippingServer } from './temporal.js';
import { watchAnswers } from './watch-answers.js';
import { workflowBundle } from './workflow-bundle.js';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers by their documented fields
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

/** The whole desk in one process, on simulated time: PostgreSQL, time-skipping Temporal, worker, web. */
export interface TestDesk extends Simulated {
  url: string;
  config: Config;
  server: TestService;
  auth: Auth;
  /** A key of a role, made once. */
  key(role: StaffRole): Promise<string>;
  api(
    method: string,
    path: string,
    options?: { as?: StaffRole | null; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Posts a request and expects it taken. */
  submit(over?: Record<string, unknown>, requester?: Record<string, unknown>): Promise<Answer['body']>;
  /** Posts a decision and expects it done. */
  decide(id: string, decision: Record<string, unknown>, as?: StaffRole): Promise<Answer['body']>;
  /** `type yyyy-mm-ddThh:mm` of each event, in the program's zone. */
  timeline(id: string): Promise<string[]>;
  /** `kind` of each mail about something, in order. */
  mails(about: string): Promise<string[]>;
  /** `P1D`-like by, or an instant. */
  advance(to: { by?: string; to?: string }): Promise<string>;
  close(): Promise<void>;
}

/** The SDK's chatter is not what a test is about; its errors are. */
let quiet = false;
export function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
}

/**
 * Starts a desk at an instant, so that dates in a test are the test's own. Call `close()` in afterAll.
 * The time-skipping server begins at the machine's time and only goes forward: an instant that has passed would
 * quietly become today. Calendars repeat every 28 years, so 2054 has the weekdays and holidays of 2026.
 */
export async function startDesk(options: {
  startAt: string;
  env?: Record<string, string>;
  series?: boolean;
  /** The daily digests of staff. */
  digests?: boolean;
  /** The daily erasure of what its time is up for. */
  erasures?: boolean;
  /** A worker that dies now and then: see `runSimulated`. */
  worker?: { cached?: number; inFlight?: InFlight };
}): Promise<TestDesk> {
  if (options.startAt < '2050')
    throw new Error(`startAt ${options.startAt} soon passes: begin in 2054 or later`);
  quietRuntime();
  const database = await createTestDatabase({ poolSize: 10 });
  const filesDir = await mkdtemp(join(tmpdir(), 'test-desk-files-'));
  const temporal = await timeSkippingServer();
  const { address } = temporal;
  const config = loadConfig({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: address,
    APP_SECRET: randomBytes(32).toString('base64'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    APP_URL: 'http://localhost:3999',
    LOG_LEVEL: 'fatal',
    TA_DESK_MODE: 'rehearsal',
    FILES_DIR: filesDir,
    ...options.env,
  });
  const server = await connectTestService(address);
  const simulated = await runSimulated({
    config,
    server,
    startAt: new Date(options.startAt),
    series: options.series ?? false,
    digests: options.digests ?? false,
    seal: false,
    erasures: options.erasures ?? false,
    bundle: await workflowBundle(),
    ...options.worker,
  });
  const { services } = simulated.wired;
  const auth = createSignInLinks({
    db: services.db,
    appUrl: config.appUrl,
    appSecret: config.appSecret,
    deliver: createLinkDelivery(services),
  });
  const answers = watchAnswers();
  const app = createApp({
    services,
    config,
    auth,
    rehearsal: simulated.rehearsal,
    ready: createReady(services),
    webhooks: webhooksOf(config.services, services),
    undescribed: answers.note,
  });
  const listening = app.listen(0, '127.0.0.1');
  // A stalled test must not find its connection closed.
  listening.keepAliveTimeout = 75_000;
  await new Promise((resolve) => listening.once('listening', resolve));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const keys = new Map<StaffRole, Promise<string>>();

  const desk: TestDesk = {
    ...simulated,
    url,
    config,
    server,
    auth,
    key(role) {
      const known = keys.get(role) ?? createKey(services.db, { name: role, role }).then((made) => made.key);
      keys.set(role, known);
      return known;
    },
    async api(method, path, { as = 'admin', body, headers } = {}) {
      const isFile = body instanceof FormData;
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(as ? { authorization: `Bearer ${await desk.key(as)}` } : {}),
          ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined || isFile ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: answer.status,
        body: isJson && text ? JSON.parse(text) : text,
        headers: answer.headers,
      };
    },
    async submit(over, requester) {
      const { status, body } = await desk.api('POST', '/api/v1/ta-requests', {
        body: submission(over, requester),
      });
      if (status !== 201) throw new Error(`submitting answered ${status}: ${JSON.stringify(body)}`);
      return body;
    },
    async decide(id, decision, as = 'admin') {
      const { status, body } = await desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
        as,
        body: decision,
      });
      if (status !== 200) throw new Error(`${decision.kind} answered ${status}: ${JSON.stringify(body)}`);
      return body;
    },
    async timeline(id) {
      const { body } = await desk.api('GET', `/api/v1/ta-requests/${id}/events`);
      return body.items.map((event: { type: string; at: string }) => `${event.type} ${local(event.at)}`);
    },
    async mails(about) {
      const { body } = await desk.api('GET', `/api/v1/messages?about=${about}&limit=100`);
      return body.items.map((mail: { kind: string }) => mail.kind);
    },
    async advance(to) {
      const answer = await desk.api('POST', '/api/v1/rehearsal/advance', { body: to });
      if (answer.status !== 200)
        throw new Error(`advance answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body.now;
    },
    async close() {
      const closed = new Promise((resolve) => listening.close(resolve));
      listening.closeAllConnections();
      await closed;
      await simulated.stop();
      await server.close();
      await temporal.stop();
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
      answers.allAsDescribed();
    },
  };
  return desk;
}

/** An instant as a person in the program's office reads it. */
export function local(instant: string): string {
  return DateTime.fromISO(instant, { zone: 'America/Los_Angeles' }).toFormat("yyyy-MM-dd'T'HH:mm");
}

/** A plain submission; change what the test is about. */
export function submission(over: Record<string, unknown> = {}, requester: Record<string, unknown> = {}) {
  return {
    requester: {
      name: 'Ana Ortiz',
      email: 'ana.ortiz@legal-aid.example',
      role: 'attorney',
      organization: 'Valley Legal Aid',
      state: 'CA',
      licensedIn: ['CA'],
      ovcGrantee: false,
      ...requester,
    },
    kind: 'case-consultation',
    topics: ['immigration'],
    facts: `Facts ${randomBytes(6).toString('hex')}`,
    questions: 'What are the options?',
    reviewedResources: true,
    acknowledgesScope: true,
    ...over,
  };
}
