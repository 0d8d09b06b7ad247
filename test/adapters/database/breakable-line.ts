import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Break = 'ended' | 'reset';

export interface BreakableLine {
  /** The same database, through this line. */
  url: string;
  /** Breaks what is open now. */
  breakAll(how: Break): void;
  /** How the next connections are met. */
  meet(how: Break | 'silent' | 'well'): void;
  close(): Promise<void>;
}

/** A TCP line to a PostgreSQL that can be broken as networks break. */
export async function startLine(to: string): Promise<BreakableLine> {
  const target = new URL(to);
  const { hostname, port } = target;
  const open = new Set<Socket>();
  let next: Break | 'silent' | 'well' = 'well';
  const server = createServer((inward) => {
    open.add(inward);
    inward.on('error', () => undefined).on('close', () => open.delete(inward));
    if (next === 'silent') return;
    if (next !== 'well') return breakOff(inward, next);
    const outward = connect(Number(port), hostname);
    outward.on('error', () => undefined);
    inward.on('close', () => outward.destroy());
    inward.pipe(outward).pipe(inward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(to);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    breakAll(how) {
      for (const socket of open) breakOff(socket, how);
    },
    meet(how) {
      next = how;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function breakOff(socket: Socket, how: Break): void {
  if (how === 'ended') socket.end();
  else socket.resetAndDestroy();
}
