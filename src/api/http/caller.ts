import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { LAPTOP_TIMES } from '../../domain/limits.js';
import { actorRef } from '../../domain/people/actor.js';
import type { Caller } from '../../usecases/limits/caller.js';
import type { AppSettings } from '../app-deps.js';
import '../request-context.js';

export function callerOf(req: Request, { production }: Pick<AppSettings, 'production'>): Caller {
  const ref =
    req.actor.kind === 'public' ? `network:${ipKeyGenerator(req.ip ?? 'unknown')}` : actorRef(req.actor);
  return { ref, times: production ? 1 : LAPTOP_TIMES };
}
