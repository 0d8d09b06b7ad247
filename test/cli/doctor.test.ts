import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/project-root.js';

/** What it finds on a running desk is in the kill tests. */
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'doctor-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

const secret = Buffer.alloc(32, 7).toString('base64');
const elsewhere = {
  APP_SECRET: secret,
  ENCRYPTION_KEYS: `k1:${secret}`,
  DATABASE_URL: 'postgres://127.0.0.1:1/desk',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
};

test.each<[string, Record<string, string>, RegExp[]]>([
  [
    'nothing has been started here',
    {},
    [
      /^not set +running +nothing that `npm start` started runs on /m,
      /^wrong +system [\s\S]*DATABASE_URL is missing/m,
    ],
  ],
  ['a port that is none', { PORT: 'abc' }, [/^wrong +configuration .*\n +PORT must be a whole number/m]],
  [
    'the database is away',
    elsewhere,
    [/^ok +program /m, /^wrong +system +The database can’t be reached .* check DATABASE_URL/m],
  ],
  [
    'a program that is none',
    { PROGRAM_DIR: join(projectRoot, 'test') },
    [/^wrong +program .*program\.yaml/m],
  ],
  [
    'mail has nowhere to go in production',
    { ...elsewhere, NODE_ENV: 'production' },
    [/^wrong +(mail|configuration) /m],
  ],
])('%s: says so and ends with 1', async (_name, env, says) => {
  const { code, stdout } = await doctor(env);
  for (const line of says) expect(stdout).toMatch(line);
  expect(code).toBe(1);
});

function doctor(env: Record<string, string>): Promise<{ code: number; stdout: string }> {
  const { DATABASE_URL, TEMPORAL_ADDRESS, PORT, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['dist/cli/main.js', 'doctor'],
      { cwd: projectRoot, env: { ...inherited, NODE_OPTIONS: '', DATA_DIR: dataDir, ...env } },
      (_error, stdout) => resolve({ code: child.exitCode ?? -1, stdout }),
    );
  });
}
