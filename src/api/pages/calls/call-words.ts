import { type CallStatus, isLive } from '../../../domain/calls/call-statuses.js';
import { timeLeft, windowAt } from '../../../domain/calls/question-window.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import type { Texts } from '../../text/texts.js';
import type { CallExtras } from './call-extras.js';

type Timed = Pick<CallView, 'status' | 'startsAt' | 'endsAt' | 'windowOpensAt' | 'questionsCloseAt'>;

export interface Tag {
  text: string;
  classes: string;
}

/** A call's state in two words. The clock decides together with the status, which may come a moment late. */
export function callTag({ calls }: Texts, call: Timed, now: Instant): Tag {
  const { status } = calls.calls;
  if (call.status === 'cancelled') return { text: status.cancelled, classes: 'govuk-tag--red' };
  if (now >= call.endsAt || isOver(call.status)) return { text: status.over, classes: 'govuk-tag--grey' };
  if (now >= call.startsAt) return { text: status.under, classes: 'govuk-tag--green' };
  switch (windowAt({ call, at: now })) {
    case 'open':
      return { text: status.open, classes: 'govuk-tag--green' };
    case 'closed':
      return call.status === 'confirmed'
        ? { text: status.confirmed, classes: 'govuk-tag--turquoise' }
        : { text: status.closed, classes: 'govuk-tag--yellow' };
    case 'not-yet':
    case 'cancelled':
      return { text: status.planned, classes: 'govuk-tag--blue' };
  }
}

const isOver = (status: CallStatus): boolean => status === 'held' || status === 'completed';

export interface WindowWords {
  isOpen: boolean;
  sentence: string;
  /** Only while questions are taken. */
  left: string | null;
  /** The closing time where the viewer is. */
  here: string | null;
}

/** Whether a question can be asked now, in a sentence, with the time left. */
export function windowWords(
  { calls, dates }: Texts,
  call: Timed,
  { now, zone, viewerZone }: { now: Instant; zone: string; viewerZone: string | null },
): WindowWords {
  const text = calls.calls.window;
  const closes = dates.pair(call.questionsCloseAt, zone);
  const shut = { isOpen: false, left: null, here: null };
  switch (windowAt({ call, at: now })) {
    case 'cancelled':
      return { ...shut, sentence: text.cancelled };
    case 'closed':
      return {
        ...shut,
        sentence: now < call.questionsCloseAt ? text.closedEarly : text.closed(closes),
      };
    case 'not-yet':
      return { ...shut, sentence: text['not-yet'](dates.pair(call.windowOpensAt, zone), closes) };
    case 'open': {
      const left = timeLeft({ at: now, until: call.questionsCloseAt });
      const { viewer } = dates.local({ at: call.questionsCloseAt, programZone: zone, viewerZone });
      return {
        isOpen: true,
        sentence: text.open(closes),
        left: left && text.left(calls.calls.timeLeft(left)),
        here: viewer && text.here(viewer.text),
      };
    }
  }
}

/** When a call begins: announced, and where the viewer is. */
export function startWords(
  { calls, dates }: Texts,
  call: Pick<CallView, 'startsAt'>,
  { zone, viewerZone }: { zone: string; viewerZone: string | null },
): { announced: string; here: string | null } {
  const { announced, viewer } = dates.local({ at: call.startsAt, programZone: zone, viewerZone });
  if (viewer) return { announced, here: calls.calls.zone.here(viewer.text) };
  return { announced, here: viewerZone === null ? null : calls.calls.zone.same };
}

/** What puts a call in doubt, briefly and in a sentence; null: nothing, or the call has begun. */
export function inDoubt(
  { calls: { calls: text } }: Texts,
  call: Pick<CallView, 'dayOff' | 'status' | 'startsAt'>,
  { staffConfirmed, cancelsItself }: Pick<CallExtras, 'staffConfirmed' | 'cancelsItself'>,
  now: Instant,
): { short: string; sentence: string } | null {
  const { dayOff } = call;
  if (!dayOff || staffConfirmed || !isLive(call.status) || now >= call.startsAt) return null;
  const sentence = cancelsItself ? text.dayOff(dayOff) : text.dayOffUndecided(dayOff);
  return { short: text.dayOffShort(dayOff), sentence };
}
