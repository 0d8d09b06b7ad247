import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { problem } from '../http/unwrap.js';
import { isApi } from './identify.js';

const WINDOW_MS = 10 * 60_000;

/**
 * Limits by network address, in wall time, for what strangers can do: asking for links and sending forms.
 * Keys and signed-in people are not throttled. On a laptop (not production) the limit is far away.
 */
export function strangersLimit({ production }: { production: boolean }): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: production ? 100 : 5_000,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    skip: (req) => req.method !== 'POST' || isApi(req.path) || req.actor.kind !== 'public',
    handler: () => {
      throw problem('too-many-requests', 'Too many forms came from your network. Try again in ten minutes.');
    },
  });
}
