import { write, writeSync } from 'node:fs';

/** Characters that wait at most: beyond them lines are lost, and no memory. */
const MOST_WAITING = 1_000_000;
const PAUSE_MS = 100;

/** Takes lines at once and writes them when it can. */
export interface Lines {
  write(line: string): void;
  /** What still waits, before the process ends. */
  flushSync(): void;
}

/**
 * Writes to a file that is open already, standard output above all. What can't be written is let go of: a full disk or a
 * reader that has gone costs lines of the log, and neither ends the desk nor keeps it from ending.
 */
export function linesTo(fd: number): Lines {
  let waiting = '';
  let isWriting = false;

  function next(): void {
    if (isWriting || waiting === '') return;
    const bytes = Buffer.from(waiting);
    waiting = '';
    isWriting = true;
    put(bytes);
  }

  function put(bytes: Buffer): void {
    write(fd, bytes, (error, written) => {
      // A pipe that is full takes more in a moment.
      if (error?.code === 'EAGAIN') return void setTimeout(() => put(bytes), PAUSE_MS).unref();
      if (!error && written < bytes.length) return put(bytes.subarray(written));
      isWriting = false;
      next();
    });
  }

  return {
    write(line) {
      if (waiting.length + line.length > MOST_WAITING) return;
      waiting += line;
      next();
    },
    flushSync() {
      const bytes = Buffer.from(waiting);
      waiting = '';
      try {
        for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from);
      } catch {
        // Lost, as above.
      }
    },
  };
}
