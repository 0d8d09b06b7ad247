import { randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../../src/adapters/crypto/vault.js';
import { connectNationBuilder } from '../../../src/adapters/nationbuilder/connect-nationbuilder.js';
import { createNationBuilderContacts } from '../../../src/adapters/nationbuilder/create-nationbuilder-contacts.js';
import {
  type NationBuilderDeps,
  nationBuilderManners,
} from '../../../src/adapters/nationbuilder/nationbuilder-client.js';
import type { Contacts } from '../../../src/ports/contacts.js';
import { type FakeNationBuilder, startFakeNationBuilder } from '../../support/fake-nationbuilder.js';
import { createFakeTime, type FakeTime } from '../../support/fake-time.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

export interface NationWorld {
  nation: FakeNationBuilder;
  contacts: Contacts;
  /** As another process would have them: on the same database. */
  anotherProcess(): Contacts;
  connect(code?: string): ReturnType<typeof connectNationBuilder>;
  time: FakeTime;
  database: TestDatabase;
  logged: string[];
  close(): Promise<void>;
}

/** One for the cases of a file: to make a database and to drop it takes longer than most of them. */
let shared: Promise<TestDatabase> | undefined;
afterAll(async () => {
  await (await shared)?.drop();
});

async function emptyDatabase(): Promise<TestDatabase> {
  shared ??= createTestDatabase();
  const database = await shared;
  await database.db.oauthToken.deleteMany();
  return database;
}

export async function startNationWorld(): Promise<NationWorld> {
  const [nation, database] = await Promise.all([startFakeNationBuilder(), emptyDatabase()]);
  const time = createFakeTime('2026-12-02T18:00:00.000Z');
  const logged: string[] = [];
  const log = (fields: Record<string, unknown>, message: string) =>
    void logged.push(JSON.stringify({ ...fields, message }));
  const deps: NationBuilderDeps = {
    settings: nation.settings,
    db: database.db,
    vault: createVault({
      keyRing: parseKeyRing(`k1:${randomBytes(32).toString('base64')}`),
      appSecret: randomBytes(32).toString('base64'),
    }),
    log: { info: log, warn: log, error: log },
    time,
    patience: { timeout: 2_000 },
  };
  return {
    nation,
    contacts: createNationBuilderContacts(deps),
    anotherProcess: () => createNationBuilderContacts(deps),
    connect: (code = 'good-code') =>
      connectNationBuilder(
        { ...deps, manners: nationBuilderManners(deps) },
        { code, redirectUri: 'https://desk.example/connected' },
      ),
    time,
    database,
    logged,
    close: () => nation.close(),
  };
}
