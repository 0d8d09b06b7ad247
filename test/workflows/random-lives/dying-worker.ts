import { InFlight } from '../../../src/adapters/temporal/in-flight.js';

/** How many of the activities to come are done without anybody learning of it. */
export const deaths = { left: 0 };

/**
 * A worker that is killed between any two tasks, as it keeps no workflow in mind and begins each task from the history; and
 * that dies, when told to, after it has done something and before it can say so.
 */
export function dyingWorker(): { cached: number; inFlight: InFlight } {
  const inFlight = new InFlight();
  const counted = inFlight.interceptor;
  const interceptor: InFlight['interceptor'] = (context) => ({
    inbound: {
      execute: async (input, next) => {
        const dies: typeof next = async (given) => {
          const done = await next(given);
          if (deaths.left === 0) return done;
          deaths.left -= 1;
          throw new Error('killed');
        };
        return (await counted(context).inbound?.execute?.(input, dies)) as unknown;
      },
    },
  });
  return { cached: 0, inFlight: Object.assign(inFlight, { interceptor }) };
}
