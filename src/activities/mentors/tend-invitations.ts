import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { tendInvitations } from '../../usecases/mentors/tend-invitations.js';

export interface TendInvitations {
  v: 1;
  /** The morning they are looked at. */
  at: Instant;
}

export function tendInvitationsActivity(services: RecordServices) {
  return ({ at }: TendInvitations): Promise<void> =>
    // On simulated time the process may be woken before the clock is read.
    tendInvitations(services, new Date(Math.max(Date.parse(at), services.clock.now().getTime())));
}
