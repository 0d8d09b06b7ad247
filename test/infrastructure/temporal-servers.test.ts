import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { isAlive, signal, waitForExit } from '../../src/adapters/host/process-kit.js';
import { provisionTemporalCli } from '../../src/laptop/servers/temporal-cli.js';
import { startTemporal } from '../../src/laptop/servers/temporal-server.js';
import { connectTestService } from '../../src/laptop/servers/test-service.js';
import { provisionTimeSkippingServer } from '../../src/laptop/servers/time-skipping-provision.js';
import { startTimeSkippingServer } from '../../src/laptop/servers/time-skipping-server.js';
import { notePid } from '../support/once-per-run.js';
import { devServer, timeSkippingEnv } from '../support/temporal.js';

const quiet = { env: process.env, log: () => undefined };

describe('Temporal servers', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'temporal-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  test('a server left by a killed run is taken over; a killed one is started again on the same file', async () => {
    const { path: cli } = await provisionTemporalCli(quiet);
    const onSpawn = ({ pid }: { pid: number }) => notePid('temporal', pid);
    const options = { cli, dbFile: join(dir, 'temporal.db'), logFile: join(dir, 'temporal.log'), onSpawn };
    const first = await startTemporal(options);
    const second = await startTemporal({ ...options, left: first });
    expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true });
    signal(first.pid, 'SIGKILL');
    await waitForExit(first.pid, 5_000);
    const third = await startTemporal({ ...options, port: first.port, left: first });
    expect(third).toMatchObject({ port: first.port, adopted: false });
    await third.stop();
    expect(isAlive(third.pid)).toBe(false);
    expect(await readFile(options.logFile, 'utf8')).not.toMatch(/panic/);
  });

  test('one that gives up, since a port was taken from under it, is started on another port', async () => {
    const { path: real } = await provisionTemporalCli(quiet);
    const cli = join(dir, 'unlucky');
    const tried = join(dir, 'tried');
    const script = `#!/bin/sh\necho "$7" >> ${tried}\n[ $(wc -l < ${tried}) -gt 2 ] || exit 2\nexec ${real} "$@"\n`;
    await writeFile(cli, script, { mode: 0o755 });
    const server = await startTemporal({
      cli,
      dbFile: join(dir, 'unlucky.db'),
      logFile: join(dir, 'unlucky.log'),
      onSpawn: ({ pid }) => notePid('temporal', pid),
    });
    await server.stop();
    expect((await readFile(tried, 'utf8')).split('\n').filter(Boolean)).toContain(String(server.port));
  });

  test('the time-skipping server skips five days and tells its clock', async () => {
    const server = await startTimeSkippingServer({
      server: await provisionTimeSkippingServer(quiet),
      logFile: join(dir, 'skipping.log'),
      onSpawn: ({ pid }) => notePid('time', pid),
    });
    const service = await connectTestService(server.address);
    const before = await service.currentTime();
    await service.sleep(5 * 86_400_000);
    expect((await service.currentTime()) - before).toBeGreaterThanOrEqual(5 * 86_400_000);
    await service.close();
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  test('test support hands out both', async () => {
    const env = await timeSkippingEnv();
    const before = await env.currentTimeMs();
    await env.sleep('5 days');
    expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(5 * 86_400_000);
    await env.teardown();
    const server = await devServer();
    await (await Connection.connect({ address: server.address })).close();
    await server.stop();
  });
});
