import { join } from 'node:path';
import { type Kept, keepRunning, type Running } from './keeper.js';
import { rotateLog } from './node-child.js';
import { labels, type PartName } from './shutdown.js';

export interface Part<T extends Running> {
  name: PartName;
  say(line: string): void;
  start(): Promise<T>;
  onStart(running: T, again: boolean): void;
  onDeath?(): void;
  onLoss?(): void;
}

/** Keeps a part running and says in a line when it died and when it is back. */
export function keepPart<T extends Running>(part: Part<T>): Promise<Kept> {
  const label = labels[part.name];
  return keepRunning<T>({
    start: part.start,
    onStart: (running, again) => {
      part.onStart(running, again);
      if (again) part.say(`Back again: ${label}.`);
    },
    onDeath: () => {
      part.say(`Died unexpectedly: ${label}${part.onLoss ? '.' : '; starting again …'}`);
      part.onDeath?.();
    },
    onLoss: part.onLoss,
    onTrouble: (error) => part.say(`Can not start ${label} yet: ${error.message}`),
  });
}

export function logOf(dataDir: string, name: PartName): string {
  const file = join(dataDir, 'logs', `${name}.log`);
  rotateLog(file);
  return file;
}
