import type { RequestStatus } from './statuses.js';
import { isOpen } from './statuses.js';

const DAYS = 30;

/** A link lying in a mailbox must not speak for the supervisor for ever. */
export function supervisorLinkUntil(mailedAt: Date): Date {
  return new Date(mailedAt.getTime() + DAYS * 86_400_000);
}

/** `none`: nothing is asked any more. `expired`: still asked, but by a new link only. */
export function supervisorLinkState(
  request: { status: string; supervisorStatus: string; supervisorTokenUntil: Date | null },
  now: Date,
): 'asks' | 'answered' | 'expired' | 'none' {
  const { supervisorTokenUntil: until } = request;
  const inTime = until !== null && now <= until;
  if (request.supervisorStatus !== 'unconfirmed') return inTime ? 'answered' : 'none';
  if (!isOpen(request.status as RequestStatus)) return 'none';
  return inTime ? 'asks' : 'expired';
}
