import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSignInLinks } from '../../../src/adapters/auth/sign-in-links.js';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../../src/adapters/crypto/vault.js';
import { createFolderFiles } from '../../../src/adapters/files/folder-files.js';
import { createPdfWriter } from '../../../src/adapters/pdf/create-pdf-writer.js';
import { createPreviews } from '../../../src/adapters/preview/create-previews.js';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { createApp } from '../../../src/api/app.js';
import type { AppDeps, AppParts, AppServices } from '../../../src/api/app-deps.js';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import type { Services } from '../../../src/ports/services.js';
import { projectRoot } from '../../../src/project-root.js';
import { createKey, type KeyScope } from '../../../src/usecases/keys/create-key.js';
import { createLinkDelivery } from '../../../src/usecases/sign-in/deliver-link.js';
import { createTestDatabase } from '../../support/postgres.js';
import { watchAnswers } from '../../support/watch-answers.js';

export interface TestApp {
  url: string;
  services: Services;
  deps: AppDeps;
  /** Lines the app logged, as JSON. */
  logged: string[];
  /** Answers of the API otherwise than described. Those that stand here when it closes fail the test file. */
  undescribed: string[];
  /** Moves business time. */
  setNow(instant: string): void;
  newKey(role: StaffRole, scopes?: KeyScope[]): Promise<string>;
  /** fetch below the app's address; a string body goes as it is, anything else as JSON. */
  call(path: string, init?: CallInit): Promise<Response>;
  close(): Promise<void>;
}

export interface CallInit {
  method?: string;
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The web side listening on a free port, on a database of its own. No Temporal: facts stay in the outbox. */
export async function startTestApp(overrides: Partial<AppParts> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const answers = watchAnswers();
  const appSecret = randomBytes(32).toString('base64');
  const vault = createVault({ keyRing: parseKeyRing(`k1:${randomBytes(32).toString('base64')}`), appSecret });
  const { program, versionId } = loadProgram(join(projectRoot, 'program'));
  await database.db.programVersion.create({ data: { id: versionId, body: program, loadedAt: new Date() } });
  const filesDir = await mkdtemp(join(tmpdir(), 'test-app-files-'));
  const logged: string[] = [];
  const log = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void logged.push(JSON.stringify({ level, message, ...fields }));
  let now = new Date('2026-11-02T18:00:00.000Z');
  const appUrl = overrides.config?.appUrl ?? 'http://desk.test';
  const services: Services = {
    db: database.db,
    vault,
    files: createFolderFiles(filesDir),
    clock: { now: () => now },
    programs: { current: () => ({ versionId, program }), byVersion: async () => program },
    relay: { deliver: async () => undefined },
    mail: {
      transport: { kind: 'mailbox', send: async () => ({ outcome: 'sent' }) },
      from: 'desk@example.org',
    },
    appUrl,
    whence: 'system',
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    processes: {
      decide: async () => ({ outcome: 'unavailable' }),
      mend: async () => 'unavailable',
      ready: async () => true,
      stateOf: async () => 'running',
    },
    pdf: createPdfWriter(),
    previews: createPreviews({ root: projectRoot }),
  };
  const deps: AppParts = {
    services,
    config: {
      ...{ appUrl, appSecret, production: false, mode: 'start', host: null },
      ...{ secondFactor: 'offered', sessions: { idleMinutes: 120, hours: 12 } },
    },
    auth: createSignInLinks({ db: database.db, appUrl, appSecret, deliver: createLinkDelivery(services) }),
    rehearsal: null,
    ready: async () => ({ ready: true, checks: { database: true, temporal: true, worker: true } }),
    undescribed: answers.note,
    ...overrides,
  };
  const server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    services,
    deps: { ...deps, services: services as AppServices },
    logged,
    undescribed: answers.found,
    setNow: (instant) => {
      now = new Date(instant);
    },
    newKey: async (role, scopes) => (await createKey(database.db, { name: role, role, scopes })).key,
    call: (path, init = {}) => fetch(`${url}${path}`, requestInit(init)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
      answers.allAsDescribed();
    },
  };
}

function requestInit({ method, key, body, headers }: CallInit): RequestInit {
  const raw = typeof body === 'string' || body instanceof FormData;
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: raw ? body : body === undefined ? undefined : JSON.stringify(body),
  };
}
