import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url. Goes into a link or key; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, hex. Enough for tokens, which are random; not for passwords. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
