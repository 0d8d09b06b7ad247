import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { copyFiles, restoreFiles } from '../../src/adapters/backup/copy-files.js';
import { whileStill } from '../../src/adapters/backup/copy-temporal.js';
import { dumpDatabase, LEFT_OUT, openSnapshot, tablesOf } from '../../src/adapters/backup/dump-database.js';
import { makeKeyCheck, wrongKeys } from '../../src/adapters/backup/key-check.js';
import { keysBeside, readKeyFile, whyNotThere, writeKeyFile } from '../../src/adapters/backup/key-file.js';
import { loadDatabase } from '../../src/adapters/backup/load-database.js';
import { type Manifest, readBackup } from '../../src/adapters/backup/manifest.js';
import type { VaultError } from '../../src/adapters/crypto/vault-error.js';
import { createDatabase, type Database } from '../../src/adapters/database/client.js';
import { createFolderFiles } from '../../src/adapters/files/folder-files.js';
import type { DataKey } from '../../src/ports/vault.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { openCaseText } from '../../src/usecases/requests/case-text.js';
import { goodQuestion, planCalls } from '../api/support/calls.js';
import { signedIn } from '../api/support/signed-in.js';
import { goodSubmission } from '../api/support/submission.js';
import { startTestApp, type TestApp } from '../api/support/test-app.js';
import { createEmptyDatabase, createTestDatabase } from '../support/postgres.js';
import { until } from '../support/system.js';

const keys = { encryptionKeys: `k1:${Buffer.alloc(32, 1).toString('base64')}`, appSecret: 's'.repeat(40) };
/** What other readers of lines take for an end, and what JSON has to quote. */
const AWKWARD = 'Ana\u2028 "Ortiz" \\ Núñez\u2029 𝔘';

let app: TestApp;
let dir: string;
let keysDir: string;
let manifest: Manifest;
beforeAll(async () => {
  app = await startTestApp();
  const key = await app.newKey('coordinator');
  const requester = { ...(goodSubmission().requester as object), organization: 'Legal Aid 𝔘' };
  const created = await app.call('/api/v1/ta-requests', { key, body: goodSubmission({ requester }) });
  const { id } = (await created.json()) as { id: string };
  await app.services.db.person.updateMany({ data: { name: AWKWARD } });
  const data = new FormData();
  data.append('file', new Blob([new Uint8Array(3_000_000).fill(97)]), 'long.txt');
  await app.call(`/api/v1/ta-requests/${id}/documents`, { key, body: data });
  await planCalls(app, { from: '2026-11-02', to: '2026-12-01' });
  await app.call('/api/v1/calls/legal-working-group-2026-11-04/questions', { key, body: goodQuestion() });
  // A way in, which must not get into a backup.
  await signedIn(app, 'signed.in@legal-aid.example');
  const { id: personId } = await app.services.db.person.findFirstOrThrow();
  const at = new Date('2026-10-01T12:00:00Z');
  const passed = { personId, courseId: 't-visas-part-1', passed: true, completedAt: at, recordedAt: at };
  await app.services.db.completion.createMany({
    data: Array.from({ length: 1_200 }, (_, n) => ({
      ...passed,
      id: crypto.randomUUID(),
      score: n / 1_200,
      source: 'lms',
      sourceId: String(n),
    })),
  });
  dir = await mkdtemp(join(tmpdir(), 'backup-'));
  keysDir = await mkdtemp(join(tmpdir(), 'backup-keys-'));
  manifest = await dumpInto(dir);
});
afterAll(async () => {
  await app?.close();
  for (const folder of [dir, keysDir]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});

async function dumpInto(folder: string, keysFolder = keysDir): Promise<Manifest> {
  const snapshot = await openSnapshot(await urlOf(app));
  try {
    const dumped = await dumpDatabase(snapshot, folder);
    const made: Manifest = { v: 1, mode: 'start', ...dumped, temporal: null, keys: makeKeyCheck(keys) };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(made));
    await writeKeyFile(snapshot, keysFolder, made.keys);
    return made;
  } finally {
    await snapshot.end();
  }
}

async function urlOf({ services }: TestApp): Promise<string> {
  const [row] = await services.db.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  const other = await createTestDatabase();
  await other.drop();
  return Object.assign(new URL(other.url), { pathname: `/${row?.name}` }).href;
}

/** Each table whole, as PostgreSQL puts it. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found: Record<string, string[]> = {};
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query(
      `SELECT md5(row_to_json(t)::text) AS row FROM "${table}" t ORDER BY 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  await client.end();
  return found;
}

describe('a backup', () => {
  test('has the documents with it, sealed, and puts back those that are still named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backup-files-'));
    const store = createFolderFiles(join(folder, 'restored'));
    const snapshot = await openSnapshot(await urlOf(app));
    try {
      const { kept, gone } = await copyFiles(snapshot, app.services.files, folder);
      const [row] = await app.services.db.caseDocument.findMany();
      expect([kept.length, gone]).toEqual([1, 0]);
      expect(kept[0]?.path).toContain(row?.fileKey ?? 'no key');
      const bytes = await readFile(join(folder, kept[0]?.path ?? ''));
      expect(bytes.includes('aaaaaaaa')).toBe(false);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept[0]?.sha256);
      const strange = { path: `files/00/${crypto.randomUUID()}`, sha256: '' };
      const all = { dir: folder, kept: [...kept, strange] };
      expect(await restoreFiles(await urlOf(app), store, all)).toBe(1);
      expect(Buffer.from(await store.get(row?.fileKey ?? '')).equals(bytes)).toBe(true);
    } finally {
      await snapshot.end();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('comes back whole into an empty database, byte for byte, its counters too', async () => {
    const empty = await createEmptyDatabase();
    try {
      const { rows, erasedAgain } = await loadDatabase(empty.url, dir, await readBackup(dir), keysDir);
      expect(erasedAgain).toBe(0);
      expect(rows).toBeGreaterThan(1_200);
      const [before, after] = [await contentOf(await urlOf(app)), await contentOf(empty.url)];
      for (const table of LEFT_OUT) if (table !== 'data_key') before[table] = [];
      expect(after).toEqual(before);
      const client = new pg.Client({ connectionString: empty.url });
      await client.connect();
      const { rows: people } = await client.query('SELECT DISTINCT name FROM person');
      expect(people).toContainEqual({ name: AWKWARD });
      const { rows: next } = await client.query(
        `SELECT nextval('ta_request_reference')::int > 1 AS reference,
           nextval(pg_get_serial_sequence('process_event', 'id')) > (SELECT max(id) FROM process_event) AS event`,
      );
      expect(next).toEqual([{ reference: true, event: true }]);
      await client.end();
    } finally {
      await empty.drop();
    }
  });

  test('holds no session, no way in, and nothing of a case in plain', async () => {
    const names = await readdir(join(dir, 'database'));
    expect(names.filter((name) => LEFT_OUT.some((table) => name.startsWith(`${table}.`)))).toEqual([]);
    const sessions = await app.services.db.authSession.findMany();
    expect(sessions.length).toBeGreaterThan(0);
    const texts = await Promise.all(
      names.map(async (name) => gunzipSync(await readFile(join(dir, 'database', name))).toString()),
    );
    const all = texts.join('\n');
    for (const { token } of sessions) expect(all).not.toContain(token);
    for (const secret of [keys.encryptionKeys, keys.appSecret, 'The facts of a case']) {
      expect(all + JSON.stringify(manifest)).not.toContain(secret);
    }
    expect((await stat(join(dir, 'database', names[0] ?? ''))).mode & 0o077).toBe(0);
  });

  test('is of one moment, whatever is written meanwhile', async () => {
    const snapshot = await openSnapshot(await urlOf(app));
    const folder = await mkdtemp(join(tmpdir(), 'backup-moment-'));
    await app.services.db.setting.create({ data: { key: 'written-later', value: true } });
    const { tables } = await dumpDatabase(snapshot, folder);
    await snapshot.end();
    await app.services.db.setting.delete({ where: { key: 'written-later' } });
    expect(tables.find(({ name }) => name === 'setting')?.rows).toBe(0);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
});

describe('the data keys', () => {
  const openFacts = async (services: TestApp['services'], db: Database, id: string) => {
    const row = await db.taRequest.findUnique({ where: { id }, include: { ...withKey, texts: true } });
    const facts = row?.texts.find(({ field }) => field === 'facts');
    return row && facts ? openCaseText(services, row, facts) : null;
  };

  test('of a case erased since are gone from today’s: an older backup brings back all else, and nothing of it', async () => {
    const { services } = app;
    const key = await app.newKey('coordinator');
    const send = async (facts: string) => {
      const made = await app.call('/api/v1/ta-requests', { key, body: goodSubmission({ facts }) });
      return ((await made.json()) as { id: string }).id;
    };
    const [erased, kept] = [await send('Words of a case to be erased.'), await send('Words that stay.')];
    const [older, newer, olderKeys] = await Promise.all(
      ['older', 'newer', 'older-keys'].map((name) => mkdtemp(join(tmpdir(), `backup-${name}-`))),
    );
    await dumpInto(older as string, olderKeys);
    const { dataKeyId } = await services.db.taRequest.findUniqueOrThrow({ where: { id: erased } });
    const [sealed] = await services.db.caseText.findMany({ where: { requestId: erased, field: 'facts' } });
    const [then] = await services.db.dataKey.findMany({ where: { id: dataKeyId } });
    expect(services.vault.open(then as DataKey, textOf(sealed?.id), sealed?.sealed as Uint8Array)).toMatch(
      'to be erased',
    );
    await services.db.taRequest.delete({ where: { id: erased } });
    // Destroyed with its row, though nobody asked for it.
    const [now] = await services.db.dataKey.findMany({ where: { id: dataKeyId } });
    expect(now).toMatchObject({ wrapped: null, destroyedAt: expect.any(Date) });
    expect(
      refusalOf(() => services.vault.open(now as DataKey, textOf(sealed?.id), sealed?.sealed as Uint8Array)),
    ).toBe('destroyed');
    // Of the same folder, night after night.
    await dumpInto(newer as string, olderKeys);
    const held = gunzipSync(await readFile(join(olderKeys as string, 'data-keys.ndjson.gz'))).toString();
    expect(held).toContain(dataKeyId);
    expect(held).not.toContain(Buffer.from(then?.wrapped ?? []).toString('hex'));
    const empty = await createEmptyDatabase();
    const restored = createDatabase(empty.url);
    try {
      const manifestOfThen = await readBackup(older as string);
      expect(manifestOfThen.tables.map(({ name }) => name)).not.toContain('data_key');
      const { erasedAgain } = await loadDatabase(
        empty.url,
        older as string,
        manifestOfThen,
        olderKeys as string,
      );
      expect(erasedAgain).toBeGreaterThan(0);
      expect(await restored.taRequest.findUnique({ where: { id: erased } })).toBeNull();
      expect(await restored.caseText.count({ where: { requestId: erased } })).toBe(0);
      expect(await restored.dataKey.findUnique({ where: { id: dataKeyId } })).toMatchObject({
        wrapped: null,
      });
      expect(await openFacts(services, restored, kept)).toBe('Words that stay.');
      const left = await restored.taRequest.findMany({ select: { id: true } });
      for (const { id } of left) expect(await openFacts(services, restored, id)).toBeTruthy();
    } finally {
      await restored.$disconnect();
      await empty.drop();
      for (const folder of [older, newer, olderKeys]) {
        await rm(folder as string, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    }
  });

  test('older than the backup are refused, for rows of it would stay closed; so are none, and damaged ones', async () => {
    const [later, laterKeys] = [
      await mkdtemp(join(tmpdir(), 'backup-l-')),
      await mkdtemp(join(tmpdir(), 'backup-lk-')),
    ];
    const key = await app.newKey('coordinator');
    const facts = 'Sent after the keys were kept.';
    await app.call('/api/v1/ta-requests', { key, body: goodSubmission({ facts }) });
    const made = await dumpInto(later, laterKeys);
    const empty = await createEmptyDatabase();
    await expect(loadDatabase(empty.url, later, made, keysDir)).rejects.toThrow(
      /these keys are older than the backup/,
    );
    await empty.drop();
    const none = await mkdtemp(join(tmpdir(), 'backup-none-'));
    await expect(readKeyFile(none)).rejects.toThrow(/There are no data keys in .* --keys/);
    const file = join(laterKeys, 'data-keys.ndjson.gz');
    await writeFile(file, (await readFile(file)).subarray(0, -20));
    await expect(readKeyFile(laterKeys)).rejects.toThrow('are damaged');
    for (const folder of [later, laterKeys, none]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });

  test('lie beside a backup, never in it, and among nothing else', () => {
    expect(whyNotThere(keysBeside(dir), dir)).toBeNull();
    expect(whyNotThere(join(dir, 'keys'), dir)).toMatch('in each other');
    expect(whyNotThere(dir, dir)).toMatch('in each other');
    expect(whyNotThere(join(dir, '..'), dir)).toMatch('in each other');
    expect(whyNotThere(join(dir, 'database'), join(dir, 'elsewhere'))).toMatch('holds other things');
  });
});

const textOf = (rowId = '') => ({ table: 'case_text', rowId, field: 'facts' });

function refusalOf(work: () => unknown): string {
  try {
    work();
    return 'opened';
  } catch (error) {
    return (error as VaultError).code;
  }
}

describe('restoring is refused', () => {
  test('over data, of which nothing is touched', async () => {
    const there = await createTestDatabase();
    try {
      await there.db.setting.create({ data: { key: 'ours', value: 1 } });
      await expect(loadDatabase(there.url, dir, manifest, keysDir)).rejects.toThrow(
        'This database is not empty',
      );
      expect(await there.db.setting.count()).toBe(1);
      expect(await there.db.taRequest.count()).toBe(0);
    } finally {
      await there.drop();
    }
  });

  test.each<[string, (folder: string) => Promise<void>, RegExp]>([
    [
      'a damaged file',
      async (folder) => {
        const file = join(folder, 'database/person.ndjson.gz');
        const bytes = await readFile(file);
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        await chmod(file, 0o600);
        await writeFile(file, bytes);
      },
      /database\/person\.ndjson\.gz of this backup is damaged/,
    ],
    [
      'a missing file',
      (folder) => rm(join(folder, 'database/ta_request.ndjson.gz')),
      /database\/ta_request\.ndjson\.gz of this backup is missing/,
    ],
    ['no manifest: it broke off', (folder) => rm(join(folder, 'manifest.json')), /There is no whole backup/],
    [
      'a manifest that is none',
      (folder) => writeFile(join(folder, 'manifest.json'), '{"v":1'),
      /There is no whole backup/,
    ],
  ])('%s', async (_name, harm, words) => {
    const folder = await mkdtemp(join(tmpdir(), 'backup-harmed-'));
    await cp(dir, folder, { recursive: true });
    await harm(folder);
    await expect(readBackup(folder)).rejects.toThrow(words);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  test('of a newer version than this one', async () => {
    const empty = await createEmptyDatabase();
    const newer = { ...manifest, migrations: [...manifest.migrations, '29990101000000_later'] };
    await expect(loadDatabase(empty.url, dir, newer, keysDir)).rejects.toThrow('of a newer version');
    await empty.drop();
  });

  test.each([
    ['the same keys', keys, null],
    ['a new key in front', { ...keys, encryptionKeys: `k2:${'A'.repeat(43)}=,${keys.encryptionKeys}` }, null],
    ['a key of another id', { ...keys, encryptionKeys: `k2:${'A'.repeat(43)}=` }, /lacks k1/],
    ['another key of the same id', { ...keys, encryptionKeys: `k1:${'A'.repeat(43)}=` }, /other ones/],
    ['another APP_SECRET', { ...keys, appSecret: 't'.repeat(40) }, /APP_SECRET is another one/],
  ])('%s: as it must be', (_name, given, wrong) => {
    const answer = wrongKeys(given, manifest.keys);
    if (wrong === null) expect(answer).toBeNull();
    else expect(answer).toMatch(wrong);
  });
});

test('Temporal stands still while its store is copied, and goes on even when copying fails', async () => {
  const child = spawn('sleep', ['60']);
  const stateOf = async () => /State:\s+(\w)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  try {
    const pid = child.pid as number;
    expect(await whileStill(pid, stateOf)).toBe('T');
    await until(
      async () => (await stateOf()) === 'S',
      () => 'it goes on',
    );
    await expect(whileStill(pid, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    await until(
      async () => (await stateOf()) === 'S',
      () => 'it goes on',
    );
  } finally {
    child.kill('SIGKILL');
  }
});
