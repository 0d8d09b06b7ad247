import { type Actor, isStaff } from '../../../domain/people/actor.js';
import { paths } from '../../paths.js';

/** Where a signed-in person goes: where they were going, else to what is theirs. */
export function landing(actor: Actor, next: string): string {
  if (next !== '' && next !== paths.home) return next;
  return isStaff(actor) ? paths.staff.queue : paths.myRequests;
}
