import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createS3Files } from '../../src/adapters/files/s3-files.js';
import type { S3Settings } from '../../src/adapters/files/s3-settings.js';
import { freePort } from '../../src/laptop/servers/free-port.js';
import type { Files } from '../../src/ports/files.js';
import { casesOfFiles } from '../adapters/files/cases.js';

/** A real S3 server that checks signatures: `go install github.com/versity/versitygw/cmd/versitygw@latest`. */
const SERVER = process.env.VERSITYGW ?? join(homedir(), 'go/bin/versitygw');
/** It refuses what is signed at another time than its own, as with the tests' clock moved. */
const isThere = existsSync(SERVER) && !Number(process.env.CLOCK_AHEAD_MS);
const told = isThere ? describe : describe.skip;

let dir: string;
let server: ChildProcess;
let settings: S3Settings;
let files: Files;
beforeAll(async () => {
  if (!isThere) return;
  dir = mkdtempSync(join(tmpdir(), 's3-drill-'));
  mkdirSync(join(dir, 'desk-documents'));
  const port = await freePort();
  const [accessKeyId, secretAccessKey] = ['drill', 'drill-of-the-desk'];
  server = spawn(
    SERVER,
    ['--port', `127.0.0.1:${port}`, '--access', accessKeyId, '--secret', secretAccessKey, 'posix', dir],
    { stdio: 'ignore' },
  );
  settings = {
    ...{ endpoint: `http://127.0.0.1:${port}`, bucket: 'desk-documents', region: 'us-east-1' },
    ...{ accessKeyId, secretAccessKey, prefix: 'documents/' },
  };
  files = createS3Files(settings);
  for (let tries = 0; ; tries += 1) {
    try {
      for await (const _ of files.list());
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(200);
    }
  }
}, 60_000);
afterAll(() => {
  server?.kill('SIGTERM');
  if (dir) rmSync(dir, { recursive: true, force: true });
});

told('a bucket of a server that checks signatures', () => {
  casesOfFiles(() => files);

  test('lists more than one page holds', async () => {
    const keys = Array.from({ length: 1_050 }, () => crypto.randomUUID());
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(keys.slice(from, from + 50).map((key) => files.put(key, Buffer.from('x'))));
    }
    const found = new Set<string>();
    for await (const { key } of files.list()) found.add(key);
    expect(keys.filter((key) => !found.has(key))).toEqual([]);
  }, 120_000);

  test.each([
    ['another secret', { secretAccessKey: 'another' }],
    ['another bucket', { bucket: 'nowhere' }],
    ['a server that is not there', { endpoint: 'http://127.0.0.1:9' }],
  ])('with %s keeps nothing', async (_what, change) => {
    const wrong = createS3Files({ ...settings, ...change });
    await expect(wrong.put(crypto.randomUUID(), Buffer.from('x'))).rejects.toThrow('store of documents');
  });
});
