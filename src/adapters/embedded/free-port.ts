import { createServer } from 'node:net';

/** True when nothing listens on the port of 127.0.0.1. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * The wished port if it is free, else one the system picks.
 * @param patienceMs how long to wait for the wished one: a killed server's port takes a moment to come free.
 */
export async function freePort(wished?: number | null, patienceMs = 0): Promise<number> {
  const end = Date.now() + patienceMs;
  while (wished) {
    if (await isPortFree(wished)) return wished;
    if (Date.now() >= end) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
