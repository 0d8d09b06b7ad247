import { Webhook } from 'standardwebhooks';
import { sameText } from './same-text.js';
import { isStale } from './signature-age.js';
import type { SignatureVerdict } from './verify-zoom-signature.js';

/**
 * Standard Webhooks, symmetric. The library signs; the clock is ours, and every secret is tried, so its `verify` is not
 * used. `secrets`: `whsec_<base64>`, several while one is changed.
 */
export function verifyStandardWebhook(args: {
  secrets: string;
  id: string | undefined;
  timestamp: string | undefined;
  signatures: string | undefined;
  rawBody: Buffer;
  nowMs: number;
}): SignatureVerdict {
  const { secrets, id, timestamp, signatures, rawBody, nowMs } = args;
  if (!id || !timestamp || !signatures) return 'missing';
  const sentAt = new Date(Number(timestamp) * 1000);
  const given = signatures.split(' ');
  const expected = keysOf(secrets).map((key) =>
    new Webhook(key, { format: 'raw' }).sign(id, sentAt, rawBody),
  );
  // No short cut: every pair is compared.
  const right = expected.flatMap((wanted) => given.map((one) => sameText(one, wanted))).includes(true);
  if (!right) return 'wrong';
  return isStale(timestamp, nowMs) ? 'stale' : 'ok';
}

/** A secret that holds nothing signs nothing. */
function keysOf(secrets: string): Buffer[] {
  return secrets
    .split(/[\s,]+/)
    .map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .filter((key) => key.length > 0);
}
