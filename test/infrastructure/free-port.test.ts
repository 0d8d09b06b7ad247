import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../src/laptop/servers/free-port.js';

const usual = process.env.TMPDIR;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ports-'));
  process.env.TMPDIR = dir;
});
afterAll(async () => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  await rm(dir, { recursive: true, force: true });
});

test('a port that somebody has chosen and not used yet is given to nobody else', async () => {
  // A birthday among so many of seventeen thousand is as good as certain.
  const ports: number[] = [];
  while (ports.length < 1_000) ports.push(await freePort());
  expect(new Set(ports).size).toBe(ports.length);
});
