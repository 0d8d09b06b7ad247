import { signal } from '../../adapters/host/process-kit.js';
import type { Kept } from './keeper.js';

export type PartName = 'postgres' | 'temporal' | 'worker' | 'web';

/** Web first, so that no new work comes in; the database last, so that everybody can finish writing. */
const order: PartName[] = ['web', 'worker', 'temporal', 'postgres'];

export interface Shutdown {
  /** True from the first signal on. */
  readonly begun: boolean;
  add(name: PartName, part: Kept): void;
  /** Stops the parts in order; safe to call twice. */
  stopAll(say: (line: string) => void): Promise<void>;
  /** Ends worker and web; their keepers start them again. */
  restartPrograms(): void;
  /** Kills what is left, without order. */
  force(): void;
}

export function createShutdown(): Shutdown {
  const parts = new Map<PartName, Kept>();
  let stopping: Promise<void> | null = null;
  return {
    get begun() {
      return stopping !== null;
    },
    add: (name, part) => parts.set(name, part),
    stopAll: (say) => {
      stopping ??= (async () => {
        for (const name of order) {
          const part = parts.get(name);
          if (!part) continue;
          say(`Stopping ${labels[name]} …`);
          await part.stop();
          parts.delete(name);
        }
      })();
      return stopping;
    },
    restartPrograms: () => {
      for (const name of ['worker', 'web'] as const) void parts.get(name)?.restart();
    },
    force: () => {
      // PostgreSQL's own emergency stop: it recovers by its log at the next start.
      for (const [name, { pid }] of parts) if (pid) signal(pid, name === 'postgres' ? 'SIGQUIT' : 'SIGKILL');
    },
  };
}

export const labels: Record<PartName, string> = {
  web: 'the web pages',
  worker: 'the worker',
  temporal: 'Temporal',
  postgres: 'PostgreSQL',
};
