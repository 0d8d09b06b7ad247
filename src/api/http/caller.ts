import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { LAPTOP_TIMES } from '../../domain/limits.js';
import { actorRef } from '../../domain/people/actor.js';
import type { Given, Reason } from '../../domain/refusals/refusals.js';
import { because, type Problem } from '../../domain/result.js';
import type { AppSettings } from '../app-deps.js';
import '../request-context.js';

/** Whose tries are counted together, whatever they ask for. */
export interface Caller {
  /** A person or key; of somebody unknown their network. */
  ref: string;
  /** How many times the limit it may be. */
  times: number;
}

export function callerOf(req: Request, { production }: Pick<AppSettings, 'production'>): Caller {
  const ref =
    req.actor.kind === 'public' ? `network:${ipKeyGenerator(req.ip ?? 'unknown')}` : actorRef(req.actor);
  return { ref, times: production ? 1 : LAPTOP_TIMES };
}

/** Refused until so many seconds have gone. */
export function tooMany<R extends Reason>(retryAfter: number, reason: R, ...given: Given<R>): Problem {
  return { ...because(reason, ...given), retryAfter };
}
