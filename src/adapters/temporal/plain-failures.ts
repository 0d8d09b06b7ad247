import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/**
 * Unexpected errors leave an activity as their class and code alone: a database driver's message may repeat
 * what was being written, and messages go to logs and histories.
 */
export const plainFailures: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        if (error instanceof ApplicationFailure) throw error;
        const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: unknown };
        const what = typeof code === 'string' ? `${name} ${code}` : name;
        throw ApplicationFailure.create({ message: `activity failed: ${what}`, type: name });
      }
    },
  },
});
