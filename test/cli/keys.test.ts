import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseKeyRing } from '../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../src/adapters/crypto/vault.js';
import type { Vault } from '../../src/ports/vault.js';
import { projectRoot } from '../../src/project-root.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { rotateDataKeys } from '../../src/usecases/key-rotation/rotate-data-keys.js';
import { createTestDatabase } from '../support/postgres.js';

const appSecret = 's'.repeat(40);
const OLD = `old:${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `new:${Buffer.alloc(32, 2).toString('base64')}`;
const vaultOf = (keys: string): Vault => createVault({ keyRing: parseKeyRing(keys), appSecret });
const [before, after, onlyNew] = [vaultOf(OLD), vaultOf(`${NEW},${OLD}`), vaultOf(NEW)];
const KEPT = 1_500;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const place = (rowId: string) => ({ table: 'kept_form', rowId, field: 'form' });
const expiresAt = new Date('2099-01-01T00:00:00Z');

function made(vault: Vault) {
  const [id, key] = [randomUUID(), vault.newDataKey('kept_form')];
  const sealed = vault.seal(key, place(id), `Words of ${id}`);
  return { key, row: { id, owner: 'person:a', dataKeyId: key.id, sealed, expiresAt } };
}

async function keep(vault: Vault, count: number): Promise<void> {
  const all = Array.from({ length: count }, () => made(vault));
  await database.db.$transaction([
    database.db.dataKey.createMany({ data: all.map(({ key }) => key) }),
    database.db.keptForm.createMany({ data: all.map(({ row }) => row) }),
  ]);
}

/** Ids of rows whose words don't open. */
async function closedUnder(vault: Vault): Promise<string[]> {
  const rows = await database.db.keptForm.findMany({ include: withKey });
  return rows.flatMap((row) => {
    try {
      return vault.open(row.dataKey, place(row.id), row.sealed) === `Words of ${row.id}` ? [] : row.id;
    } catch {
      return row.id;
    }
  });
}

/** The real command; with `killAt` it is killed, as by the system, once it has said that. */
function desk(args: string[], { keys, killAt }: { keys: string; killAt?: RegExp }) {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/cli/main.js'), ...args], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      APP_SECRET: appSecret,
      ENCRYPTION_KEYS: keys,
    },
  });
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (killAt?.test(said)) child.kill('SIGKILL');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => resolve({ code, said }));
  });
}

const under = (keyId: string) => database.db.dataKey.count({ where: { keyId, wrapped: { not: null } } });

describe('a rotation', () => {
  test('loses nothing while others read, write and erase, some of them still with the old key first', async () => {
    const { db } = database;
    await keep(before, 300);
    let [running, read] = [true, 0];
    const unread: string[] = [];
    const readers = Array.from({ length: 3 }, async () => {
      while (running) {
        unread.push(...(await closedUnder(after)));
        read += 1;
      }
    });
    const writers = [before, after].map(async (vault) => {
      for (let n = 0; n < 25; n += 1) await keep(vault, 4);
    });
    const gone = (await db.keptForm.findMany({ take: 40, include: { dataKey: true } })).map(
      ({ id, dataKeyId }) => ({
        id,
        dataKeyId,
      }),
    );
    const erasing = (async () => {
      for (const { id } of gone) await db.keptForm.delete({ where: { id } });
    })();
    await rotateDataKeys({ db, vault: after }, { batch: 10, progress: () => undefined });
    await Promise.all([...writers, erasing]);
    running = false;
    await Promise.all(readers);
    expect(read).toBeGreaterThan(0);
    expect(unread).toEqual([]);
    // What was written behind the first one’s back goes with the next.
    await rotateDataKeys({ db, vault: after }, { batch: 500, progress: () => undefined });
    expect(await under('old')).toBe(0);
    expect(await closedUnder(onlyNew)).toEqual([]);
    expect(await db.keptForm.count()).toBe(300 + 200 - 40);
    const erased = await db.dataKey.findMany({
      where: { id: { in: gone.map(({ dataKeyId }) => dataKeyId) } },
    });
    expect(erased.filter(({ wrapped }) => wrapped !== null)).toEqual([]);
  });

  test('killed five times goes on, and says what may go', async () => {
    await keep(before, KEPT);
    const left = [await under('old')];
    for (let time = 0; time < 5; time += 1) {
      const { code } = await desk(['keys', 'rotate', '--batch', '10'], {
        keys: `${NEW},${OLD}`,
        killAt: /\d+ of \d+/,
      });
      expect(code).toBeNull();
      left.push(await under('old'));
    }
    // Each time a piece of the way, and never back.
    expect([...left].sort((a, b) => b - a)).toEqual(left);
    expect(new Set(left).size).toBe(6);
    expect(left.at(-1)).toBeGreaterThan(0);
    expect(await closedUnder(after)).toEqual([]);
    const { code, said } = await desk(['keys', 'rotate'], { keys: `${NEW},${OLD}` });
    expect(said).toMatch(/new: wraps what is new\n {2}data keys of kept_form: \d+/);
    expect(said).toMatch(/old: old\n {2}may go/);
    expect(code).toBe(0);
    expect(await under('old')).toBe(0);
    expect(await closedUnder(onlyNew)).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    [
      'without the key that wraps them',
      `other:${Buffer.alloc(32, 3).toString('base64')}`,
      /wrapped by new, which ENCRYPTION_KEYS lacks. Put it back/,
    ],
    [
      'with another key of the same name',
      `new:${Buffer.alloc(32, 3).toString('base64')}`,
      /not the one that data keys are wrapped by. Give a new key a name of its own/,
    ],
    ['with a key that is none', 'new:short', /ENCRYPTION_KEYS must be id:key/],
  ])('%s is refused, with what to do', async (_name, keys, words) => {
    const many = await under('new');
    const { code, said } = await desk(['keys', 'rotate'], { keys });
    expect(said).toMatch(words);
    expect(code).toBe(2);
    expect(await under('new')).toBe(many);
  });

  test('waits until every worker knows the new key', async () => {
    const { db } = database;
    await db.workerHeartbeat.create({ data: { id: 'w', at: new Date(), keyIds: ['new'] } });
    const keys = `third:${Buffer.alloc(32, 4).toString('base64')},${NEW}`;
    const { code, said } = await desk(['keys', 'rotate'], { keys });
    expect(said).toMatch(/A worker runs that doesn’t know third/);
    expect(code).toBe(2);
    await db.workerHeartbeat.deleteMany();
  });
});

test.each([
  [['keys', 'rotat', '--help'], 2, "unknown command 'rotat'"],
  [['erasing', '--help'], 2, "unknown command 'erasing'"],
  [['keys', 'rotate', '--help'], 0, 'Usage: desk keys rotate'],
  [['keys', '--help'], 0, 'Usage: desk keys'],
  [['keys', 'rotate', '--batch', '0'], 2, 'whole number from 1 to 10000'],
])('desk %j says whose help it is, or that there is no such command', async (args, code, words) => {
  const answer = await desk(args, { keys: NEW });
  expect(answer.said).toContain(words);
  expect(answer.code).toBe(code);
});
