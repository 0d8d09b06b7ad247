import { whoIsThere } from '../../../../usecases/calls/who-is-there.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { StaffCall } from './load-call.js';

export interface ShownPresence {
  names: string[];
  /** Said above the names. */
  line: string;
  /** Null: not known of anybody. */
  personIds: Set<string> | null;
}

const MARGIN_MS = 2 * 60 * 60_000;

/** The call is about to begin, on, or just over: who is in may change by the minute. */
export function isAround({ row, now }: StaffCall): boolean {
  const at = Date.parse(now);
  return at > row.startsAt.getTime() - MARGIN_MS && at < row.endsAt.getTime() + MARGIN_MS;
}

export async function shownPresence(
  services: AppServices,
  texts: Texts,
  { actor, row }: StaffCall,
): Promise<ShownPresence> {
  const text = texts.staff.calls.aboutCall.live;
  const { state, people } = unwrap(await whoIsThere(services, actor, row));
  const nobody = row.zoomMeetingId ? text.inWaiting : text.inUnknown;
  return {
    names: people.map(({ name }) => name || text.noName),
    line: { now: text.inNow(people.length), was: text.wereIn(people.length), unknown: nobody }[state],
    personIds: state === 'unknown' ? null : ids(people),
  };
}

function ids(people: readonly { personId: string | null }[]): Set<string> {
  return new Set(people.flatMap(({ personId }) => personId ?? []));
}
