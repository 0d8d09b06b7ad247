/** Statuses in which the call may still take place. */
export const LIVE_STATUSES = ['planned', 'open', 'questions-closed', 'confirmed'] as const;

/**
 * planned: before its window · open: questions are taken · questions-closed: staff select · confirmed: the
 * selection stands · cancelled · held: its end is past · completed: handed over, and attendance is known or
 * no longer waited for.
 */
export const CALL_STATUSES = [...LIVE_STATUSES, 'cancelled', 'held', 'completed'] as const;

export type CallStatus = (typeof CALL_STATUSES)[number];

export function isLive(status: CallStatus): boolean {
  return (LIVE_STATUSES as readonly string[]).includes(status);
}
