import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Vault } from '../../activities/ports.js';

/** Keyed digest of what was sent, file included; the order of JSON fields doesn't matter. */
export function bodyDigest(vault: Vault, req: Request): string {
  const file = req.file ? createHash('sha256').update(req.file.buffer).digest('hex') : null;
  return vault.fingerprint(
    'idempotency',
    JSON.stringify([sorted(req.body ?? null), file, req.file?.originalname ?? null]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
