interface CallStatusSheet {
  /** It may still take place. */
  live?: true;
  /** Its questions are being taken or chosen, or are chosen: its meeting has to be there. */
  near?: true;
  /** Which questions it takes is not settled. */
  unsettled?: true;
}

/**
 * A row per status of a call; every list of them derives from it, in this order. planned: before its window · open:
 * questions are taken · questions-closed: staff select · confirmed: the selection stands · cancelled · held: its end is
 * past · completed: handed over, and attendance is known or no longer waited for.
 */
export const CALL_STATUS = {
  planned: { live: true, unsettled: true },
  open: { live: true, near: true, unsettled: true },
  'questions-closed': { live: true, near: true, unsettled: true },
  confirmed: { live: true, near: true },
  cancelled: {},
  held: {},
  completed: {},
} as const satisfies Record<string, CallStatusSheet>;

export type CallStatus = keyof typeof CALL_STATUS;
/** The statuses of live calls, so that words about each of them are complete. */
export type LiveStatus = {
  [S in CallStatus]: (typeof CALL_STATUS)[S] extends { live: true } ? S : never;
}[CallStatus];

export const CALL_STATUSES = Object.keys(CALL_STATUS) as CallStatus[];
// Frozen: many use the same list.
const where = (has: keyof CallStatusSheet) =>
  Object.freeze(
    CALL_STATUSES.filter((status) => (CALL_STATUS[status] as CallStatusSheet)[has] === true),
  ) as CallStatus[];

export const LIVE_STATUSES = where('live') as LiveStatus[];
export const NEAR_STATUSES = where('near');
export const UNSETTLED_STATUSES = where('unsettled');

export function isLive(status: CallStatus): status is LiveStatus {
  return (LIVE_STATUSES as readonly CallStatus[]).includes(status);
}
