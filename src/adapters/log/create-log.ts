import { destination, pino } from 'pino';
import type { Log } from '../../ports/log.js';

/** JSON lines on standard error or output. Callers log ids and codes only; there is nothing to redact. */
export function createLog({ level, name }: { level: string; name: string }): Log {
  return pino({ level, name, base: { name } }, destination({ sync: false }));
}
