import { purgeDue } from '../usecases/purge-due.js';
import { withServices } from './connect.js';
import { print, tell } from './say.js';

/** `ta-desk purge --due`: erases what its retention is up for, and says how much. */
export async function purge({ due }: { due?: boolean }): Promise<number> {
  if (!due) {
    tell('Nothing was erased. Say `purge --due` to erase what its retention is up for.');
    return 2;
  }
  return withServices(async ({ services }) => {
    for (const [what, count] of Object.entries(await purgeDue(services))) print(`${what}: ${count}`);
    return 0;
  });
}
