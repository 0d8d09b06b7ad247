import type { Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** How often a running activity may tell Temporal that its worker lives. */
export const SIGN_MS = 2_000;

/**
 * Sends heartbeats for every activity that has a heartbeat timeout: a worker that was killed is noticed within
 * seconds, not at the end of the time its activity could have taken.
 */
export const signsOfLife: ActivityInterceptorsFactory = (context: Context) => ({
  inbound: {
    async execute(input, next) {
      if (!context.info.heartbeatTimeoutMs) return next(input);
      const timer = setInterval(() => context.heartbeat(), SIGN_MS);
      try {
        return await next(input);
      } finally {
        clearInterval(timer);
      }
    },
  },
});
