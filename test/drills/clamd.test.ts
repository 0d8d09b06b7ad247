import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClamd } from '../../src/adapters/clamav/clamd.js';
import type { Scanner } from '../../src/ports/scanner.js';
import { eicar } from '../support/fake-clamd.js';

const CLAMD = '/usr/sbin/clamd';
const MAX_MB = 2;

/** Debian's real daemon (`apt install clamav-daemon`), with a signature database of one line: EICAR's, by its bytes. */
const real = existsSync(CLAMD) ? test : test.skip;

let dir: string;
let daemon: ChildProcess | null = null;
let scanner: Scanner;
beforeAll(async () => {
  if (!existsSync(CLAMD)) return;
  dir = mkdtempSync(join(tmpdir(), 'clamd-drill-'));
  const socket = join(dir, 'clamd.ctl');
  writeFileSync(join(dir, 'own.ndb'), `Own-Eicar-Test:0:*:${eicar().toString('hex')}\n`);
  const settings = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${dir}`,
    `TemporaryDirectory ${dir}`,
    `StreamMaxLength ${MAX_MB}M`,
    'Foreground yes',
  ];
  writeFileSync(join(dir, 'clamd.conf'), `${settings.join('\n')}\n`);
  daemon = spawn(CLAMD, ['--config-file', join(dir, 'clamd.conf')], { stdio: 'ignore' });
  scanner = createClamd({ at: { path: socket }, timeoutMs: 30_000 });
  for (let tries = 0; ; tries += 1) {
    try {
      return await scanner.ping();
    } catch (error) {
      if (tries > 300) throw error;
      await pause(200);
    }
  }
}, 120_000);
afterAll(() => {
  daemon?.kill('SIGTERM');
  if (dir) rmSync(dir, { recursive: true, force: true });
});

real(
  'ClamAV’s own daemon finds the test virus, takes what is clean, and says what is too large',
  async () => {
    expect(await scanner.scan(Buffer.from('plain words'))).toEqual({ verdict: 'clean' });
    expect(await scanner.scan(eicar())).toMatchObject({ verdict: 'infected' });
    const scan = scanner.scan(Buffer.concat([Buffer.alloc(200_000, 'a'), eicar()]));
    expect(await scan).toMatchObject({
      verdict: 'infected',
      signature: expect.stringContaining('Own-Eicar-Test'),
    });
    expect(await scanner.scan(Buffer.alloc((MAX_MB + 1) * 1024 ** 2, 1))).toEqual({ verdict: 'too-large' });
  },
);
