import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Vault } from '../../ports/vault.js';
import { problem } from '../http/problem.js';

/** Nothing that is taken is nested half as deep. */
const DEEPEST = 20;

/** Keyed digest of what was sent, file included; the order of JSON fields doesn't matter. */
export function bodyDigest(vault: Vault, req: Request): string {
  const file = req.file ? createHash('sha256').update(req.file.buffer).digest('hex') : null;
  return vault.fingerprint(
    'idempotency',
    JSON.stringify([sorted(req.body ?? null), file, req.file?.originalname ?? null]),
  );
}

function sorted(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw problem('body-too-deep');
  if (Array.isArray(value)) return value.map((inner) => sorted(inner, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner, depth + 1)]),
  );
}
