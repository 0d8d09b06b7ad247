import type { Request } from 'express';
import type { AppServices } from '../app-deps.js';

export type WebhookServices = AppServices & {
  /** Wall time, ms since 1970: signatures age by it, rehearsal or not. */
  now(): number;
};

/** A delivery that isn't taken; the code is all that is told and logged. */
export class WebhookRefusal extends Error {
  override readonly name = 'WebhookRefusal';
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

export function refuseWebhook(status: number, code: string): WebhookRefusal {
  return new WebhookRefusal(status, code);
}

/** The bytes as they were sent; what parsed them before would have lost the signature. */
export function rawBodyOf(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** @throws WebhookRefusal */
export function jsonOf(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw refuseWebhook(400, 'malformed');
  }
}
