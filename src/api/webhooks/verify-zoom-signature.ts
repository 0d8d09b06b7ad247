import { createHmac } from 'node:crypto';
import { sameText } from './same-text.js';
import { isStale } from './signature-age.js';

export type SignatureVerdict = 'ok' | 'missing' | 'stale' | 'wrong';

/** Zoom signs `v0:<x-zm-request-timestamp>:<body as sent>`; `x-zm-signature` is `v0=` and the HMAC-SHA256 in hex. */
export function verifyZoomSignature(args: {
  secret: string;
  timestamp: string | undefined;
  signature: string | undefined;
  rawBody: Buffer;
  nowMs: number;
}): SignatureVerdict {
  const { secret, timestamp, signature, rawBody, nowMs } = args;
  if (!timestamp || !signature) return 'missing';
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest('hex');
  if (!sameText(signature, `v0=${expected}`)) return 'wrong';
  return isStale(timestamp, nowMs) ? 'stale' : 'ok';
}

/** What Zoom wants to hear when it checks the address, at first and every 72 hours. */
export function answerValidation(
  secret: string,
  plainToken: string,
): { plainToken: string; encryptedToken: string } {
  return { plainToken, encryptedToken: createHmac('sha256', secret).update(plainToken).digest('hex') };
}
