import { type CallCommandKind, callSheetOf } from '../../../../domain/calls/call-decisions.js';
import { isLive } from '../../../../domain/calls/call-statuses.js';
import { callRefusalOf } from '../../../../domain/calls/decide-call.js';
import type { Texts } from '../../../text/texts.js';
import type { StaffCall } from './load-call.js';

/** What staff decide about a call on a page of its own. */
export type CallPageKind = keyof Texts['staff']['calls']['decisions'];

/** Which decisions the pages offer now: the process itself is asked, of the mildest form of each. */
export function allowedOnCall({
  row,
  state,
  now,
  status,
}: Pick<StaffCall, 'row' | 'state' | 'now' | 'status'>) {
  const may = (kind: CallCommandKind) =>
    state !== null &&
    callRefusalOf(state, { command: callSheetOf(kind).mildest(state), commandId: '' }, now) === null;
  const pages: Record<CallPageKind, boolean> = {
    // Only a day off, or its eve, asks for a word of staff.
    confirm: may('confirm') && (row.dayOff !== null || state?.flagged === true),
    move: may('reschedule'),
    cancel: may('cancel'),
    recap: may('publish-recap'),
    link: isLive(status),
  };
  return { pages, select: may('select'), attendance: may('mark-attendance') };
}
