import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.js';
import {
  environmentOf,
  isRunning,
  type RunFile,
  readRunFile,
  writeRunFile,
} from '../../src/laptop/servers/run-file.js';
import { ensureSecrets } from '../../src/laptop/servers/secrets.js';
import { ensureDataDir, lockDataDir } from '../../src/laptop/supervisor/data-dir.js';

const run: RunFile = {
  mode: 'start',
  port: 3100,
  appUrl: 'http://localhost:3100',
  databaseUrl: 'postgresql://tadesk:pw@127.0.0.1:5001/tadesk',
  temporalAddress: '127.0.0.1:7001',
  namespace: 'default',
  postgresPort: 5001,
  temporalPort: 7001,
  pids: { supervisor: process.pid },
};

describe('the data folder', () => {
  let dir: string;
  beforeEach(async () => {
    dir = join(await mkdtemp(join(tmpdir(), 'data-')), 'data');
  });
  afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

  test('a command mails the way the running system does; in rehearsal it never reaches a real server', () => {
    ensureDataDir(dir);
    writeRunFile(dir, { ...run, passedOn: { SMTP_URL: 'smtp://mail.example:25' } });
    expect(environmentOf(dir, {}).SMTP_URL).toBe('smtp://mail.example:25');
    writeRunFile(dir, { ...run, mode: 'rehearsal', passedOn: {} });
    const shell = {
      SMTP_URL: 'smtp://mail.example:25',
      ZOOM_ACCOUNT_ID: 'real',
      DATABASE_URL: 'postgresql://real',
    };
    expect(environmentOf(dir, shell)).toMatchObject({ DATABASE_URL: run.databaseUrl });
    expect(environmentOf(dir, shell).SMTP_URL).toBeUndefined();
    expect(environmentOf(dir, shell).ZOOM_ACCOUNT_ID).toBeUndefined();
  });

  test('is private, and so are the run file and the secrets', async () => {
    ensureDataDir(dir);
    ensureSecrets(dir);
    writeRunFile(dir, run);
    const mode = async (...parts: string[]) => ((await stat(join(dir, ...parts))).mode & 0o777).toString(8);
    expect(await Promise.all([mode(), mode('logs'), mode('run.json'), mode('secrets.json')])).toEqual([
      '700',
      '700',
      '600',
      '600',
    ]);
  });

  test('gives a command all it needs; what the shell sets itself wins', () => {
    ensureSecrets(dir);
    writeRunFile(dir, run);
    const config = loadConfig(environmentOf(dir, { LOG_LEVEL: 'error', SMTP_URL: '' }));
    expect(config).toMatchObject({
      databaseUrl: run.databaseUrl,
      port: 3100,
      logLevel: 'error',
      dataDir: dir,
    });
    expect(config.temporal.address).toBe('127.0.0.1:7001');
    expect(environmentOf(dir, { DATABASE_URL: 'postgresql://other/x' }).DATABASE_URL).toBe(
      'postgresql://other/x',
    );
  });

  test("a rehearsal's folder never leads to the real system", () => {
    writeRunFile(dir, { ...run, mode: 'rehearsal' });
    const env = environmentOf(dir, { DATABASE_URL: 'postgresql://real/desk', TEMPORAL_ADDRESS: 'real:7233' });
    expect(env).toMatchObject({
      DATABASE_URL: run.databaseUrl,
      TEMPORAL_ADDRESS: '127.0.0.1:7001',
      TA_DESK_MODE: 'rehearsal',
    });
  });

  test('tells whether the system runs', async () => {
    expect(isRunning(readRunFile(dir))).toBe(false);
    writeRunFile(dir, run);
    expect(isRunning(readRunFile(dir))).toBe(true);
    writeRunFile(dir, { ...run, pids: {} });
    expect(isRunning(readRunFile(dir))).toBe(false);
    await writeFile(join(dir, 'run.json'), '{half a fi');
    expect(readRunFile(dir)).toBeNull();
  });

  test('secrets stay the same, and damaged ones are never replaced', async () => {
    const first = ensureSecrets(dir);
    expect(ensureSecrets(dir)).toEqual(first);
    await writeFile(join(dir, 'secrets.json'), '{"appSecret":"x"}');
    expect(() => ensureSecrets(dir)).toThrow(/secrets.json is damaged.*not replaced/s);
  });

  test('that is a file, or lies under one, is refused by name', async () => {
    await writeFile(dir, '');
    expect(() => ensureDataDir(dir)).toThrow(
      /The data folder .* can not be written \(EEXIST|ENOTDIR\)[\s\S]*set DATA_DIR/,
    );
  });

  test.each([
    ['of a process that is gone', '999999999'],
    ['that was cut off while being written', ''],
  ])('a lock %s is taken over', async (_, text) => {
    ensureDataDir(dir);
    await writeFile(join(dir, 'lock'), text);
    lockDataDir(dir)();
  });

  test('a lock of another running program is respected', async () => {
    ensureDataDir(dir);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    await writeFile(join(dir, 'lock'), String(other.pid));
    expect(() => lockDataDir(dir)).toThrow(/already runs/);
    other.kill('SIGKILL');
  });
});
