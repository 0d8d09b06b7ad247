// A desk of a size: its database, its services, and its pages as one of the staff gets them.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, root } from '../lib.mjs';
import { STAFF, seed, staffId } from './seed.mjs';

export const load = (path) => import(pathToFileURL(at(`dist/${path}`)).href);
const { applyMigrations } = await load('adapters/database/migrate.js');
const { createDatabase } = await load('adapters/database/client.js');
const { createPrograms, keepProgramVersion } = await load('adapters/program/create-programs.js');
const { loadProgram } = await load('adapters/program/load-program.js');
const { createSignInLinks } = await load('adapters/auth/sign-in-links.js');
const { parseKeyRing } = await load('adapters/crypto/key-ring.js');
const { createVault } = await load('adapters/crypto/vault.js');
const { createApp } = await load('api/app.js');

export const NOW = new Date('2054-11-17T18:00:00.000Z');
const appUrl = 'http://desk.test';

/** @param server a PostgreSQL of its own. `get(path)`: resolves once the page is there. */
export async function makeDesk(server, { size, open }) {
  const url = await freshDatabase(server, size);
  const db = createDatabase(url, { poolSize: 10, queryTimeoutMs: 600_000 });
  await applyMigrations(url);
  const program = loadProgram(join(root, 'program'));
  await keepProgramVersion(db, program, NOW);
  await seed(db, { size, open, now: NOW, versionId: program.versionId });
  const appSecret = randomBytes(32).toString('base64');
  const silent = () => undefined;
  const services = {
    db,
    vault: createVault({ keyRing: parseKeyRing(`k1:${randomBytes(32).toString('base64')}`), appSecret }),
    clock: { now: () => NOW },
    programs: createPrograms(program),
    relay: { deliver: async () => undefined },
    mail: {
      transport: { kind: 'smtp', send: async () => ({ outcome: 'sent' }) },
      from: 'desk@program.example',
    },
    appUrl,
    log: { info: silent, warn: silent, error: console.error },
    processes: { ready: async () => true, stateOf: async () => 'running', mend: async () => 'unavailable' },
  };
  const auth = createSignInLinks({ db, appUrl, appSecret, deliver: async () => undefined });
  const app = createApp({
    services,
    config: { appUrl, appSecret, production: false, mode: 'start', host: null },
    auth,
    rehearsal: null,
    ready: async () => ({ ready: true, checks: {} }),
    undescribed: () => undefined,
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => app.once('listening', resolve));
  const used = await auth.use(
    await auth.make({ email: `staff${STAFF}@program.example`, validMs: 86_400_000 }),
  );
  const cookie = used.setCookies.map((line) => line.split(';')[0]).join('; ');
  return {
    size,
    services,
    async get(path) {
      const answer = await fetch(`http://127.0.0.1:${app.address().port}${path}`, {
        headers: { cookie },
        redirect: 'manual',
      });
      const page = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${page.slice(0, 300)}`);
      return page;
    },
    async close() {
      app.closeAllConnections();
      await new Promise((resolve) => app.close(resolve));
      await db.$disconnect();
    },
  };
}

async function freshDatabase(server, size) {
  const url = new URL(server.url);
  const db = createDatabase(server.url, { poolSize: 1 });
  await db.$executeRawUnsafe(`CREATE DATABASE bench_${size} TEMPLATE template0`);
  await db.$disconnect();
  url.pathname = `/bench_${size}`;
  return url.href;
}

/** Whose queue it is. */
export const ATTORNEY = {
  kind: 'user',
  id: staffId(1),
  role: 'attorney',
  name: 'Staff 1',
  email: 'staff1@program.example',
};
export const DIRECTOR = { ...ATTORNEY, id: staffId(STAFF), role: 'director', name: `Staff ${STAFF}` };
