import { LIVE_STATUSES } from '../../domain/calls/call-statuses.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import type { CallRow } from './call-row.js';

/** The call of a series that takes place next, one under way included; null when none is planned. */
export function nextCall(tx: Transaction, seriesId: string, at: Date): Promise<CallRow | null> {
  return tx.call.findFirst({
    where: { seriesId, status: { in: LIVE_STATUSES }, endsAt: { gt: at } },
    orderBy: { startsAt: 'asc' },
    include: withKey,
  });
}

/** The same, for whoever asks now; everybody may know it. */
export function comingCall(
  services: Pick<Services, 'db' | 'clock'>,
  seriesId: string,
): Promise<CallRow | null> {
  return nextCall(services.db, seriesId, services.clock.now());
}
