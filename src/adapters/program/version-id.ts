import { createHash } from 'node:crypto';
import type { Program } from '../../domain/program/program.schema.js';

/** Names a version of the program by its content; comments, order and spacing don't count. 16 hex digits. */
export function versionIdOf(program: Program): string {
  return createHash('sha256').update(canonicalJson(program)).digest('hex').slice(0, 16);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
