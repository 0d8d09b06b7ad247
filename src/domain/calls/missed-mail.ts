import type { Instant } from '../time/instant.js';
import type { BulkMail } from './bulk-mail.js';
import type { CallState } from './call-state.js';
import { isLive } from './call-statuses.js';

/**
 * What went out to everybody about a call and is still of use to who listens from now on; null: nothing. The last
 * word counts: of a call moved and then cancelled only the cancellation, of one moved and reminded of only the
 * reminder, which names the new time. How long a recap is of use is the caller's to say.
 */
export function missedMail(state: CallState, at: Instant): BulkMail | null {
  const { times, reminded, movedAt } = state;
  if (state.recapPublishedAt !== null) return { kind: 'call-recap', occasion: times.date };
  if (at >= times.startsAt) return null;
  if (state.status === 'cancelled') return { kind: 'call-cancelled', occasion: times.date };
  if (!isLive(state.status)) return null;
  if (reminded.includes(times.date)) return { kind: 'call-reminder', occasion: times.date };
  return movedAt === null
    ? null
    : { kind: 'call-rescheduled', occasion: moveOccasion(times.startsAt, movedAt) };
}

/** Moved away and back again, a call has one start twice, and people hear of it each time. */
export function moveOccasion(startsAt: Instant, movedAt: Instant): string {
  return `${startsAt}@${movedAt}`;
}

/** When it was moved; null where the occasion does not say. */
export function movedAtOf(occasion: string): Instant | null {
  const movedAt = occasion.split('@')[1] ?? '';
  return Number.isNaN(Date.parse(movedAt)) ? null : movedAt;
}
