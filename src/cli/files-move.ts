import { leftInRows, moveToFiles } from '../usecases/documents/move-to-files.js';
import { withServices } from './connect.js';
import { print, tell } from './say.js';

const TELL_EVERY = 50;

/** `desk files move`: documents that lie in their rows go into the store, while the desk runs; killed, it goes on when called again. */
export async function filesMove(): Promise<number> {
  return withServices(async ({ services }) => {
    const total = await leftInRows(services);
    tell(`${total} documents lie in the database.`);
    const moved = await moveToFiles(services, {
      moved: (count) => {
        if (count % TELL_EVERY === 0) tell(`${count} of ${total}`);
      },
    });
    print(`documents moved: ${moved}`);
    return 0;
  });
}
