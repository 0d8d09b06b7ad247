import { createRehearsalClock } from '../../adapters/clock/rehearsal-clock.js';
import { InFlight } from '../../adapters/temporal/in-flight.js';
import type { Config } from '../../config.js';
import type { Heads } from '../../ports/heads.js';
import { runWorker } from '../../run-worker.js';
import { createServices, type Wired } from '../../wire.js';
import { patientChannel, type TestService } from '../servers/test-service.js';
import { createRehearsal, type Rehearsal } from './create-rehearsal.js';

export interface Simulated {
  wired: Wired;
  rehearsal: Rehearsal;
  stop(): Promise<void>;
}

/**
 * Worker, relay and services on a time-skipping server, in one process: a rehearsal has to see what the
 * worker is busy with. `startAt` moves the clock there before anything of the program runs.
 */
export async function runSimulated(args: {
  config: Config;
  server: TestService;
  startAt?: Date;
  /** False leaves the call series out: tests of requests have nothing to do with them. */
  series?: boolean;
  /** False leaves the daily digests of staff out, which would stop the clock each morning. */
  digests?: boolean;
  /** False leaves out the daily erasure of what its time is up for, which would stop the clock each night. */
  erasures?: boolean;
  /** How many workflows the worker keeps in mind; 0: each task begins from the history, as after a kill. */
  cached?: number;
  /** Counts what the worker is busy with. */
  inFlight?: InFlight;
  /** Path of the workflows' bundled code, where none is built beside the code that runs. */
  bundle?: string;
  /** False: nothing is sealed into the chain of records. */
  seal?: boolean;
  heads?: Heads;
}): Promise<Simulated> {
  const { config, server, startAt } = args;
  const ahead = startAt ? startAt.getTime() - (await server.currentTime()) : 0;
  if (ahead > 0) await server.sleep(ahead);
  const clock = createRehearsalClock(await server.currentTime());
  const { inFlight = new InFlight() } = args;
  const wired = await createServices(config, {
    clock,
    name: 'rehearsal',
    connection: { channelArgs: patientChannel },
  });
  const running = await runWorker(config, wired, {
    inFlight,
    series: args.series,
    digests: args.digests,
    erasures: args.erasures,
    cached: args.cached,
    seal: args.seal,
    heads: args.heads,
    bundle: args.bundle,
  });
  const rehearsal = createRehearsal({
    db: wired.services.db,
    clock,
    server,
    inFlight,
    sweep: wired.services.relay.sweep,
    log: wired.services.log,
  });
  return {
    wired,
    rehearsal,
    async stop() {
      running.stop();
      await running.done;
      await wired.close();
    },
  };
}
