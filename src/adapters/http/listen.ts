import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A body that is still coming after a minute is cut: somebody holds the connection, not a form. */
const BODY_MS = 60_000;
/** Longer than proxies keep theirs (nginx and load balancers: 60 s), who would else send into a closing connection. */
const KEEP_ALIVE_MS = 75_000;
const LOOPBACK = ['127.0.0.1', '::1'];
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Serves on this machine alone; with `host` on that address too, or on every one (`0.0.0.0`, `::`). A machine
 * without IPv6 has no `::1`. Rejects when the port can't be had (`EADDRINUSE`).
 */
export async function listen(
  handler: RequestListener,
  { port, host, bodyMs = BODY_MS }: { port: number; host: string | null; bodyMs?: number },
): Promise<Server[]> {
  const servers: Server[] = [];
  try {
    for (const address of addressesFor(host)) {
      // Port 0 is any: the second address takes the one the first was given.
      const chosen = port || portOf(servers[0]);
      const server = await listenOn(handler, { port: chosen, address, bodyMs });
      if (server) servers.push(server);
    }
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
  return servers;
}

export function addressesFor(host: string | null): string[] {
  if (host !== null && EVERY_ADDRESS.includes(host)) return [host];
  return host === null || host === 'localhost' ? LOOPBACK : [...new Set([...LOOPBACK, host])];
}

function listenOn(
  handler: RequestListener,
  { port, address, bodyMs }: { port: number; address: string; bodyMs: number },
): Promise<Server | null> {
  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      requestTimeout: bodyMs,
      headersTimeout: Math.min(bodyMs, 30_000),
      connectionsCheckingInterval: Math.min(bodyMs, 5_000),
    },
    handler,
  );
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const absent = address === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '');
      if (absent) resolve(null);
      else reject(error);
    });
    server.listen({ port, host: address }, () => resolve(server));
  });
}

const portOf = (server: Server | undefined): number => (server?.address() as AddressInfo | null)?.port ?? 0;
