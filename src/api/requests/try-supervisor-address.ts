import type { Services } from '../../activities/ports.js';
import { LIMITS } from '../../domain/limits.js';
import { spend } from '../../records/limits/spend.js';
import type { SupervisorView } from './supervisor-view.js';

/** Somebody says to which address a supervisor's link was mailed; five times an hour, whoever it is. */
export async function trySupervisorAddress(
  services: Services,
  { id, email }: Pick<SupervisorView, 'id' | 'email'>,
  typed: string,
): Promise<'right' | 'wrong' | 'too-many'> {
  // Counted before it is compared: many tries at once are no more than five.
  if (!(await spend(services, LIMITS.supervisorAddresses, `${id}/${email}`)).allowed) return 'too-many';
  return typed === email ? 'right' : 'wrong';
}
