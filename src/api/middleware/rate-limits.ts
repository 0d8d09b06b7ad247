import type { Request, RequestHandler } from 'express';
import { rateLimit, type Store } from 'express-rate-limit';
import { LIMITS, type Limit } from '../../domain/limits.js';
import { spend } from '../../usecases/limits/spend.js';
import type { AppServices, AppSettings } from '../app-deps.js';
import { callerOf } from '../http/caller.js';
import { problem } from '../http/problem.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Limits by who sends, on whatever path: strangers by their network, people by themselves. Staff and keys are not
 * throttled. On a laptop (not production) the limits are far away. While nothing can be counted nobody is kept out.
 */
export function limitsByActor(services: AppServices, config: AppSettings): RequestHandler[] {
  return [
    limitOf(services, config, LIMITS.strangersPosts, 'public'),
    limitOf(services, config, LIMITS.personsPosts, 'person'),
  ];
}

function limitOf(
  services: AppServices,
  config: AppSettings,
  limit: Limit,
  kind: Request['actor']['kind'],
): RequestHandler {
  // The library would print the whole error.
  const notCounted = (...said: unknown[]) =>
    services.log.error(
      { name: said.find((one) => one instanceof Error)?.name },
      'a limit could not be counted',
    );
  return rateLimit({
    windowMs: limit.windowMs,
    limit: (req) => limit.most * callerOf(req, config).times,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    passOnStoreError: true,
    logger: { error: notCounted, warn: notCounted },
    store: storeOf(services, limit),
    keyGenerator: (req) => callerOf(req, config).ref,
    skip: (req) => READS.has(req.method) || req.actor.kind !== kind,
    handler: () => {
      throw problem('too-much-from-network');
    },
  });
}

/** Counts for express-rate-limit, held in PostgreSQL. */
function storeOf(services: AppServices, limit: Limit): Store {
  return {
    localKeys: false,
    async increment(who) {
      const { hits, seconds } = await spend(services, limit, who);
      // The database's clock need not be ours, from which the library counts.
      return { totalHits: hits, resetTime: new Date(Date.now() + seconds * 1_000) };
    },
    // Only asked for by settings we don't use.
    decrement: () => undefined,
    resetKey: () => undefined,
  };
}
