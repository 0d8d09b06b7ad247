import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../src/laptop/servers/free-port.js';
import { startStubs } from '../support/stub-system.js';
import { until } from '../support/system.js';

/** No waiting for something that never comes; a busy machine is slow, not wrong. */
const QUICK_MS = 45_000;

describe('what keeps it from starting is told in one message', () => {
  let dataDir: string;
  let child: ChildProcess | null = null;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'refusal-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  async function refusal(env: Record<string, string>): Promise<string> {
    const run = startStubs({ DATA_DIR: dataDir, PORT: String(await freePort()), ...env });
    child = run.child;
    let ended: number | null | 'not yet' = 'not yet';
    void run.ended.then((code) => {
      ended = code;
    });
    await until(
      () => ended !== 'not yet',
      () => `its end; so far it said:\n${run.output()}`,
      QUICK_MS,
    );
    expect(ended).toBe(1);
    expect(run.output()).not.toMatch(/^\s+at /m);
    return run.output();
  }

  test('a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, () => resolve()));
    const { port } = other.address() as { port: number };
    expect(await refusal({ PORT: String(port) })).toContain(
      `Port ${port} is taken by another program.\nStop that program, or set PORT`,
    );
    other.close();
  });

  test('a database that does not answer; its password is not repeated', async () => {
    const output = await refusal({
      DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:9/desk',
      TEMPORAL_ADDRESS: '127.0.0.1:9',
    });
    expect(output).toMatch(/DATABASE_URL is set, but no PostgreSQL answers at 127.0.0.1:9\/desk/);
    expect(output).not.toContain('hunter2');
  });

  test('a Temporal server that does not answer', async () => {
    expect(await refusal({ TEMPORAL_ADDRESS: '127.0.0.1:9' })).toMatch(
      /TEMPORAL_ADDRESS is set, but no Temporal server answers at 127.0.0.1:9/,
    );
  });

  test('a data folder that is a file', async () => {
    await writeFile(join(dataDir, 'file'), '');
    expect(await refusal({ DATA_DIR: join(dataDir, 'file') })).toMatch(
      /The data folder .*file can not be written/,
    );
  });

  test('a program file with a mistake, by line', async () => {
    const program = await mkdtemp(join(dataDir, 'program-'));
    await writeFile(join(program, 'program.yaml'), 'organization:\n  nmae: X\n');
    expect(await refusal({ PROGRAM_DIR: program })).toMatch(/program\.yaml:2/);
  });

  test('a wrong variable', async () => {
    expect(await refusal({ PORT: 'abc' })).toContain('PORT must be a whole number');
  });

  test('a web process that can not start: the end of its log', async () => {
    expect(await refusal({ STUB_FAILS: '1' })).toMatch(
      /the web pages can not start[\s\S]*the stub refuses to start/,
    );
  });
});
