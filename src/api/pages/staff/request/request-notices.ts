import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { mayExtendBeyond } from '../../../../domain/requests/decisions/extend.js';
import { isOpen } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { Texts } from '../../../text/texts.js';
import type { StaffUser } from '../require-staff.js';

type Words = Texts['staff']['request'];

export const courtKind = ({ courtOrFilingDeadline: court }: RequestView): 'court' | 'filing' | 'either' =>
  court === null ? 'either' : court.kind === 'filing' ? 'filing' : 'court';

/** Its clock runs or is paused, so that only a second extension can be what they may not decide. */
const extendedOnce = ({ status, clock }: RequestView, me: StaffUser) =>
  isOpen(status) && clock.state !== 'not-started' && !mayExtendBeyond(me.role);

/** Why what was opened can't be done, and what can. */
export function notNowFor(
  words: Words,
  view: RequestView,
  me: StaffUser,
  allowed: readonly DecisionKind[],
  asked: unknown,
): string | null {
  if (asked === undefined) return null;
  if (asked === 'extend' && !allowed.includes('extend') && extendedOnce(view, me)) return words.notNow.extend;
  if (asked !== 'request-information' || !allowed.includes('reply')) return words.notNow.other;
  return view.status === 'awaiting-prerequisites' ? words.notNow.courses : words.notNow.askBack;
}

/** What must be heeded, above all else. `heldSince`: what is due can't be carried out; everybody would wait for it in vain. */
export function noticesFor(
  texts: Texts,
  view: RequestView,
  {
    query,
    zone,
    heldSince,
    legalHold,
  }: { query: Record<string, unknown>; zone: string; heldSince: Date | null; legalHold: boolean },
): string[] {
  const { dates, staff } = texts;
  const words = staff.request;
  const held = heldSince
    ? [staff.heldUp(dates.shortDateTime(heldSince.toISOString(), zone), view.reference)]
    : [];
  const taken = 'taken' in query && view.assignee ? [words.takenMeanwhile(view.assignee.name)] : [];
  const unnamed = 'unnamed' in query ? [words.namesNobody] : [];
  const kind = words.courtKinds[courtKind(view)];
  return [
    ...held,
    ...(legalHold ? [staff.desk.erasures.hold.onRequest] : []),
    ...taken,
    ...unnamed,
    ...waitingFor(texts, view, zone),
    ...view.notices.map((code) => words.notices[code]?.(kind) ?? code),
  ];
}

/** What the requester wrote or asked, and nobody has answered. */
function waitingFor({ dates, staff: { request: words } }: Texts, view: RequestView, zone: string): string[] {
  const when = (at: string) => dates.pair(at, zone);
  return [
    ...(view.messageWaitingSince ? [words.messageWaits(when(view.messageWaitingSince))] : []),
    ...(view.followUp?.status === 'open'
      ? [words.followUpWaits(when(view.followUp.askedAt), when(view.followUp.dueAt))]
      : []),
    ...(view.reopeningAskedAt ? [words.reopeningAsked(when(view.reopeningAskedAt))] : []),
  ];
}
