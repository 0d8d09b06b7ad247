import { randomInt } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './setup-error.js';

/** True when nothing listens on the port of 127.0.0.1. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A server has taken its port by then. */
const CLAIM_MS = 2 * 60_000;

/**
 * Keeps others of us on this machine from choosing the port before its server listens there; false when one of them
 * was quicker. Where no claims can be kept, none are.
 */
function claim(port: number): boolean {
  const dir = join(tmpdir(), 'ta-desk-ports');
  const file = join(dir, String(port));
  try {
    mkdirSync(dir, { recursive: true });
    const claimed = statSync(file, { throwIfNoEntry: false });
    if (claimed && now(dir) - claimed.mtimeMs > CLAIM_MS) rmSync(file, { force: true });
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EEXIST';
  }
}

/** By the clock that stamps the claims. */
function now(dir: string): number {
  const file = join(dir, 'now');
  writeFileSync(file, `${process.pid}`);
  return statSync(file).mtimeMs;
}

/**
 * The wished port if it is free, else one of those below the range systems take for outgoing connections: any of these
 * could be taken between our look and the server's start.
 * @param patienceMs how long to wait for the wished one: a killed server's port takes a moment to come free.
 */
export async function freePort(wished?: number | null, patienceMs = 0): Promise<number> {
  const end = Date.now() + patienceMs;
  while (wished) {
    if (await isPortFree(wished)) return wished;
    if (Date.now() >= end) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(15_000, 32_000);
    if (claim(port) && (await isPortFree(port))) return port;
  }
  throw new SetupError('No free port was found between 15,000 and 32,000 on 127.0.0.1.');
}
