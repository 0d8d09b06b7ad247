import { isAlive, pause } from '../../adapters/host/process-kit.js';

/** A started process, whoever its parent is. */
export interface Running {
  pid: number;
  stop(): Promise<void>;
}

export interface Kept {
  readonly pid: number | null;
  /** Ends the process and the keeping. */
  stop(): Promise<void>;
  /** Ends the process; it is started again at once. */
  restart(): Promise<void>;
}

export interface KeepOptions<T extends Running> {
  start(): Promise<T>;
  /** Told about each start, the first one too. */
  onStart(running: T, again: boolean): void;
  onDeath(): void;
  /** Given for a process whose death can't be mended, e.g. since its state died with it: nothing is started again. */
  onLoss?(): void;
  /** A start that fails again and again, e.g. a full disk; the keeper goes on trying. */
  onTrouble(error: Error): void;
}

const longestWait = 5_000;

/**
 * Starts a process and starts it again whenever it dies, kill -9 included. Liveness is looked up by pid, because a
 * server taken over from a killed run is nobody's child. Waits grow from a quarter second to five seconds and begin
 * anew after half a minute of health. The first start's error is thrown to the caller.
 */
export async function keepRunning<T extends Running>(options: KeepOptions<T>): Promise<Kept> {
  let wanted = true;
  let running: T | null = await options.start();
  options.onStart(running, false);

  const watch = async () => {
    let wait = 250;
    let since = Date.now();
    while (wanted) {
      await pause(150);
      if (!wanted || (running && isAlive(running.pid))) continue;
      if (running) {
        options.onDeath();
        if (options.onLoss) return options.onLoss();
        if (Date.now() - since > 30_000) wait = 250;
      }
      running = null;
      await pause(wait);
      wait = Math.min(wait * 2, longestWait);
      if (!wanted) return;
      try {
        const fresh = await options.start();
        since = Date.now();
        running = fresh;
        if (wanted) options.onStart(fresh, true);
      } catch (error) {
        options.onTrouble(error as Error);
      }
    }
  };
  const watching = watch();

  return {
    get pid() {
      return running?.pid ?? null;
    },
    restart: async () => {
      await running?.stop();
    },
    stop: async () => {
      wanted = false;
      await running?.stop();
      // A start that was under way when we were told to stop ends here.
      await watching;
      await running?.stop();
    },
  };
}
