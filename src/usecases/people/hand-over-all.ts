import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { followingCommand } from '../following-command.js';
import { reassignWork } from '../requests/reassign-work.js';
import { countWork, MOVED_AT_ONCE, workOf } from '../requests/work-of-person.js';

/** More than so many times fifty nobody has. */
const MOST_ROUNDS = 40;

/**
 * Hands over all that is open of somebody's, by the rules of the page that does it by hand; how much is theirs afterwards: what
 * could not be moved, what a wall hides from whoever hands over, or what nothing could reach. Sent again, it goes on.
 */
export async function handOverAll(
  services: Services,
  actor: Actor,
  { from, to }: { from: string; to: string },
  commandId: string,
): Promise<number> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const work = await workOf(services, actor, from);
    if (!work.ok || work.value.count === 0) break;
    const requests = work.value.requests.map(({ id }) => id);
    const tasks = work.value.tasks.map(({ id }) => id);
    const moved = await reassignWork(
      services,
      actor,
      { from, to, requests, tasks },
      followingCommand(commandId, String(round)),
    );
    // What can't be moved now stands in front again: nothing behind it would be reached.
    if (!moved.ok || moved.value.some(({ outcome }) => outcome === 'refused' || outcome === 'stays')) break;
    if (work.value.count <= MOVED_AT_ONCE) break;
  }
  return countWork(services.db, from);
}
