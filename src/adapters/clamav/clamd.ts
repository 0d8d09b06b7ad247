import { connect, type Socket } from 'node:net';
import { type Scanner, ScannerError, type Verdict } from '../../ports/scanner.js';
import type { ClamavSettings } from './clamav-settings.js';

const PIECE_BYTES = 64 * 1024;
/** An answer is a line. */
const MAX_ANSWER = 4_096;

/** ClamAV's daemon by its protocol, a connection for each file: `zINSTREAM`, pieces with their length, an empty one at the end. */
export function createClamd(settings: ClamavSettings): Scanner {
  return {
    scan: async (content) => verdictOf(await ask(settings, 'zINSTREAM\0', inPieces(content))),
    async ping() {
      if ((await ask(settings, 'zPING\0')) !== 'PONG') throw new ScannerError('unclear');
    },
  };
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { verdict: 'clean' };
  const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (found) return { verdict: 'infected', signature: found.replace(/[^\w.:/-]/g, '_').slice(0, 100) };
  if (/^INSTREAM size limit exceeded/.test(answer)) return { verdict: 'too-large' };
  throw new ScannerError('unclear');
}

function* inPieces(content: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < content.length; at += PIECE_BYTES) {
    const piece = content.subarray(at, at + PIECE_BYTES);
    yield Buffer.concat([lengthOf(piece.length), piece]);
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** Answers what comes before its end or a zero. What it says before all is sent counts: it may have had enough. */
function ask(
  { at, timeoutMs }: ClamavSettings,
  command: string,
  pieces: Iterable<Buffer> = [],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = 'path' in at ? connect(at.path) : connect(at.port, at.host);
    let answer = '';
    let connected = false;
    const end = (result: string | ScannerError) => {
      socket.destroy();
      if (typeof result === 'string') resolve(result);
      else reject(result);
    };
    const said = () => (/^([^\0]*)\0/.exec(answer)?.[1] ?? null)?.trim() ?? null;
    socket.setTimeout(timeoutMs, () => end(new ScannerError('silent')));
    socket.setEncoding('utf8');
    socket.once('connect', () => {
      connected = true;
      socket.write(command);
      send(socket, pieces);
    });
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > MAX_ANSWER) return end(new ScannerError('unclear'));
      const whole = said();
      if (whole !== null) end(whole);
    });
    // Half an answer is none: it may have begun with what a clean file's does.
    socket.on('error', () => undefined);
    socket.on('close', () => end(said() ?? new ScannerError(connected ? 'silent' : 'away')));
  });
}

/**
 * As fast as it is taken, with a look in between: who has had enough answers and hangs up, and that answer would be lost
 * behind the write that fails.
 */
function send(socket: Socket, pieces: Iterable<Buffer>): void {
  const rest = pieces[Symbol.iterator]();
  const go = () => {
    const next = rest.next();
    if (next.done || socket.destroyed) return;
    if (socket.write(next.value)) setImmediate(go);
    else socket.once('drain', () => setImmediate(go));
  };
  go();
}
