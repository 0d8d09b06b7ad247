import type { Instant } from '../time/instant.js';
import type { CallDeadline, CallDeadlineKind, CallState } from './call-state.js';
import { type CallDecided, callTransition } from './call-transition.js';
import { completed, handOver, retire } from './due/afterwards.js';
import { cancelDayOff, flagDayOff } from './due/day-off.js';
import { reminder } from './due/reminder.js';
import type { CallDueInput, CallDueSheet } from './due/sheet.js';
import { cutOff, ends, selectUntil, windowOpens } from './due/steps.js';

/** What falls due by itself; of two at one instant the one named first here comes first. */
const DUE: Record<CallDeadlineKind, CallDueSheet> = {
  'flag-day-off': flagDayOff,
  'cancel-day-off': cancelDayOff,
  'window-opens': windowOpens,
  reminder,
  'cut-off': cutOff,
  'select-until': selectUntil,
  ends,
  'hand-over': handOver,
  completed,
  retire,
};

/** The first that comes. Asked in activities: dates are never computed in workflows. */
export function nextCallDeadline(input: CallDueInput): CallDeadline | null {
  return (Object.keys(DUE) as CallDeadlineKind[]).reduce<CallDeadline | null>((first, kind) => {
    const at = DUE[kind].when(input);
    return at !== null && (first === null || at < first.at) ? { kind, at } : first;
  }, null);
}

/**
 * A deadline came without the command or fact that would have ended it: the new state and the event. Undefined: a kind
 * that another version planned. Pure.
 */
export function whenCallIsDue(
  state: CallState,
  { kind }: CallDeadline,
  at: Instant,
): CallDecided | undefined {
  const row: CallDueSheet | undefined = DUE[kind];
  if (!row) return undefined;
  const { type, change, data } = row.whenDue(state, at);
  return callTransition(state, change, { type, at, data });
}
