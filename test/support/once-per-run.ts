import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
// @ts-expect-error plain JavaScript, which the reaper runs before anything is compiled
import { note } from './run-dir-clean.mjs';

/** Folder shared by all workers of this jest run; emptied afterwards. */
export function runDir(): string {
  const dir = process.env.TA_DESK_TEST_RUN;
  if (!dir) throw new Error('TA_DESK_TEST_RUN is not set: is globalSetup in jest.config.mjs?');
  return dir;
}

/** Notes a process as soon as it exists, so that it ends with the run, also with one that is killed. */
export function notePid(name: string, pid: number): void {
  note(runDir(), name, pid);
}

/** Makes something once for all workers; the answer (JSON) is shared through the run's folder. */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const file = join(runDir(), `${name}.json`);
  const mine = await mkdir(join(runDir(), `${name}.lock`)).then(
    () => true,
    () => false,
  );
  if (mine) {
    const outcome = await make().then(
      (value) => ({ value }),
      (error: Error) => ({ error: error.message }),
    );
    await writeFile(`${file}.new`, JSON.stringify(outcome));
    await rename(`${file}.new`, file);
  }
  for (let waited = 0; !existsSync(file); waited += 50) {
    if (waited > 120_000) throw new Error(`${name} was not ready after two minutes`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const outcome = JSON.parse(await readFile(file, 'utf8')) as { value: T } | { error: string };
  if ('error' in outcome) throw new Error(outcome.error);
  return outcome.value;
}
