import type { Settings } from '../../config.js';
import type { RunningServer } from '../servers/temporal-server.js';
import type { Env } from '../servers/tool-cache.js';

/** What differs between `npm start` and `npm run rehearse`. */
export interface SystemPlan {
  settings: Settings;
  /** Environment of this process; children get it with what was made or found added. */
  env: Env;
  say(line: string): void;
  temporal: TemporalPlan;
  /** True empties the embedded database first. */
  beginEmpty: boolean;
  /** Our own programs in starting order; scripts from the project's root. */
  programs: { name: 'worker' | 'web'; script: string }[];
  /** After servers and migrations, before any of our programs. */
  beforePrograms?(env: Env): Promise<void>;
}

export type TemporalPlan =
  | { kind: 'external' }
  | {
      kind: 'embedded';
      /** Starts the server or takes it over; called again when it dies. */
      start(context: {
        logFile: string;
        left: { pid: number; port: number } | null;
        onSpawn(server: { pid: number; port: number }): void;
      }): Promise<RunningServer>;
      /** False when its state dies with it, as in rehearsal. */
      survivesDeath: boolean;
    };
