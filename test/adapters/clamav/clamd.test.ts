import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clamavSettings } from '../../../src/adapters/clamav/clamav-settings.js';
import { createClamd } from '../../../src/adapters/clamav/clamd.js';
import type { Scanner } from '../../../src/ports/scanner.js';
import { type ClamdFault, eicar, type FakeClamd, startFakeClamd } from '../../support/fake-clamd.js';

let clamd: FakeClamd;
let scanner: Scanner;
const scannerAt = (address: string): Scanner => {
  const settings = clamavSettings({ CLAMAV_ADDRESS: address });
  if (!settings) throw new Error('no settings');
  return createClamd({ ...settings, timeoutMs: 500 });
};
beforeAll(async () => {
  clamd = await startFakeClamd();
  scanner = scannerAt(clamd.address);
});
afterAll(() => clamd.close());

describe('clamd', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['some words', Buffer.from('words')],
    ['as much as one piece', Buffer.alloc(64 * 1024, 1)],
    ['ten megabytes', Buffer.alloc(10 * 1024 * 1024, 7)],
  ])('is sent the whole file: %s', async (_what, content) => {
    expect(await scanner.scan(content)).toEqual({ verdict: 'clean' });
    expect(clamd.seen.at(-1)?.equals(content)).toBe(true);
  });

  test('says what it found, by a code', async () => {
    expect(await scanner.scan(Buffer.concat([eicar(), Buffer.from(' and more')]))).toEqual({
      verdict: 'infected',
      signature: 'Eicar-Test-Signature',
    });
  });

  test('says that a file is too large, also before all of it was sent', async () => {
    clamd.maxBytes = 1_000;
    expect(await scanner.scan(Buffer.alloc(5_000_000))).toEqual({ verdict: 'too-large' });
    clamd.maxBytes = 25 * 1024 ** 2;
  });

  test.each<[ClamdFault, string]>([
    ['refuse', 'silent'],
    ['hang-up', 'silent'],
    ['half-an-answer', 'silent'],
    ['silence', 'silent'],
    ['nonsense', 'unclear'],
  ])('that does not answer as it should (%s) makes nothing clean', async (fault, said) => {
    clamd.fault = fault;
    await expect(scanner.scan(Buffer.from('words'))).rejects.toMatchObject({ fault: said });
    await expect(scanner.ping()).rejects.toMatchObject({ fault: said });
    clamd.fault = null;
    await scanner.ping();
  });

  test('is found at a socket, and missed where there is none', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'clamd-'));
    const there = await startFakeClamd({ socketIn: dir });
    await scannerAt(there.address).ping();
    expect(await scannerAt(there.address).scan(eicar())).toMatchObject({ verdict: 'infected' });
    await there.close();
    await expect(scannerAt(there.address).ping()).rejects.toMatchObject({ fault: 'away' });
    rmSync(dir, { recursive: true });
  });
});
