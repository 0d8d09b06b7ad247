import type { Instant } from '../time/instant.js';
import type { CallStatus } from './call-statuses.js';

export type QuestionWindow = 'cancelled' | 'closed' | 'not-yet' | 'open';

/**
 * Whether questions are taken at an instant. The times decide, not only the status, which a busy engine may
 * set a moment late: at the cut-off itself it is closed, at the opening itself it is open.
 */
export function windowAt(args: {
  call: { status: CallStatus; windowOpensAt: Instant; questionsCloseAt: Instant };
  at: Instant;
}): QuestionWindow {
  const { call, at } = args;
  if (call.status === 'cancelled') return 'cancelled';
  const taken = call.status === 'planned' || call.status === 'open';
  if (!taken || at >= call.questionsCloseAt) return 'closed';
  return at < call.windowOpensAt ? 'not-yet' : 'open';
}

/** Whole days, hours and minutes until an instant, for a countdown; null once it is reached. */
export function timeLeft(args: {
  at: Instant;
  until: Instant;
}): { days: number; hours: number; minutes: number } | null {
  const minutes = Math.floor((Date.parse(args.until) - Date.parse(args.at)) / 60_000);
  if (args.at >= args.until) return null;
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
