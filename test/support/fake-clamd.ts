import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** The harmless file that every scanner takes for a virus. Put together here, so that no scanner finds this source. */
export const eicar = (): Buffer =>
  Buffer.from(['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** What it does instead of its work. */
export type ClamdFault = 'refuse' | 'hang-up' | 'half-an-answer' | 'silence' | 'nonsense';

export interface FakeClamd {
  address: string;
  /** What was scanned, whole. */
  seen: Buffer[];
  fault: ClamdFault | null;
  /** `StreamMaxLength`. */
  maxBytes: number;
  close(): Promise<void>;
}

/**
 * Speaks clamd's protocol as its manual describes it: `zPING`, `zINSTREAM` with pieces of a length each and an empty one at
 * the end, answers that end with a zero; over its limit it answers at once and closes.
 */
export async function startFakeClamd({ socketIn }: { socketIn?: string } = {}): Promise<FakeClamd> {
  const open = new Set<Socket>();
  const fake: FakeClamd = { address: '', seen: [], fault: null, maxBytes: 25 * 1024 ** 2, close };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    if (fake.fault === 'refuse') return void socket.destroy();
    const come: Buffer[] = [];
    let size = 0;
    let answered = false;
    socket.on('data', (data) => {
      if (answered) return;
      come.push(data);
      size += data.length;
      // Looked through once it may be whole, or too much.
      const tail = Buffer.concat(come.slice(-4)).subarray(-4);
      if (size > 1_000 && size <= fake.maxBytes && tail.some((byte) => byte !== 0)) return;
      const answer = answerOf(Buffer.concat(come));
      if (answer === null) return;
      answered = true;
      reply(socket, answer);
    });
  });
  server.listen(socketIn ? join(socketIn, 'clamd.ctl') : { port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  fake.address = socketIn
    ? join(socketIn, 'clamd.ctl')
    : `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;

  function reply(socket: Socket, answer: string): void {
    if (fake.fault === 'silence') return;
    if (fake.fault === 'hang-up') return void socket.destroy();
    if (fake.fault === 'half-an-answer') return void socket.end('stream: OK');
    socket.end(fake.fault === 'nonsense' ? 'what?\0' : `${answer}\0`);
  }

  /** Null: more is to come. */
  function answerOf(come: Buffer): string | null {
    const zero = come.indexOf(0);
    if (zero < 0) return null;
    const command = come.toString('latin1', 0, zero);
    if (command === 'zPING') return 'PONG';
    if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
    const pieces: Buffer[] = [];
    let size = 0;
    for (let at = zero + 1; at + 4 <= come.length; ) {
      const length = come.readUInt32BE(at);
      if (length === 0) return scanned(Buffer.concat(pieces));
      size += length;
      if (size > fake.maxBytes) return 'INSTREAM size limit exceeded. ERROR';
      if (at + 4 + length > come.length) return null;
      pieces.push(come.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return null;
  }

  function scanned(content: Buffer): string {
    fake.seen.push(content);
    return content.includes(eicar()) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }

  async function close(): Promise<void> {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}
