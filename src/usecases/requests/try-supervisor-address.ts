import { LIMITS } from '../../domain/limits.js';
import type { Services } from '../../ports/services.js';
import { giveBack, spend } from '../limits/spend.js';
import type { SupervisorView } from './supervisor-view.js';

/**
 * Somebody says to which address a supervisor's link was mailed: five wrong ones an hour for one link and network, so
 * that nobody who was passed the link shuts its owner out.
 */
export async function trySupervisorAddress(
  services: Services,
  { id, email }: Pick<SupervisorView, 'id' | 'email'>,
  { typed, token, network }: { typed: string; token: string; network: string },
): Promise<'right' | 'wrong' | 'too-many'> {
  // Counted before it is compared: many tries at once are no more than five.
  const who = `${id}/${token}/${network}`;
  if (!(await spend(services, LIMITS.supervisorAddresses, who)).allowed) return 'too-many';
  if (typed !== email) return 'wrong';
  await giveBack(services, LIMITS.supervisorAddresses, who);
  return 'right';
}
