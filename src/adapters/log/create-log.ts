import { pino } from 'pino';
import type { Log } from '../../ports/log.js';
import { type Lines, linesTo } from './lines-to.js';

const STANDARD_OUTPUT = 1;

/** One for all logs of a process, so that their lines stay whole. */
let standardOutput: Lines | undefined;

/** JSON lines on standard output. Callers log ids and codes only; there is nothing to redact. */
export function createLog({ level, name }: { level: string; name: string }): Log {
  standardOutput ??= untilTheEnd(linesTo(STANDARD_OUTPUT));
  return pino({ level, name, base: { name } }, standardOutput);
}

function untilTheEnd(lines: Lines): Lines {
  process.on('exit', () => lines.flushSync());
  return lines;
}
