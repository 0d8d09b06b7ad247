import { createHmac } from 'node:crypto';
import { sameText } from './same-text.js';
import { isStale } from './signature-age.js';
import type { SignatureVerdict } from './verify-zoom-signature.js';

/**
 * Standard Webhooks, symmetric: `webhook-signature` holds `v1,<base64>` one or several times, each an HMAC-SHA256
 * over `<webhook-id>.<webhook-timestamp>.<body as sent>`. `secrets`: `whsec_<base64>`, several while one is changed.
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
  const given = signatures.split(' ').filter((one) => one.startsWith('v1,'));
  const expected = secrets
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((secret) => `v1,${digestOf(secret, `${id}.${timestamp}.`, rawBody)}`);
  // No short cut: every pair is compared.
  const right = expected.flatMap((wanted) => given.map((one) => sameText(one, wanted))).includes(true);
  if (!right) return 'wrong';
  return isStale(timestamp, nowMs) ? 'stale' : 'ok';
}

function digestOf(secret: string, head: string, rawBody: Buffer): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(head).update(rawBody).digest('base64');
}
