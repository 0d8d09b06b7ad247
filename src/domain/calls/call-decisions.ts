import { cancel } from './decisions/cancel.js';
import { confirm } from './decisions/confirm.js';
import { markAttendance } from './decisions/mark-attendance.js';
import { publishRecap } from './decisions/publish-recap.js';
import { reschedule } from './decisions/reschedule.js';
import { select } from './decisions/select.js';
import type { CallSheet } from './decisions/sheet.js';

/** What staff decide about a call, a row each. */
export const CALL_DECISIONS = {
  select,
  cancel,
  reschedule,
  confirm,
  'publish-recap': publishRecap,
  'mark-attendance': markAttendance,
};

type Rows = typeof CALL_DECISIONS;
type CommandOf<S> = S extends CallSheet<infer C> ? C : never;

/**
 * What staff ask of a running call. Numbers and instants only: which questions, the reason and the recap
 * wait in the database under the same command id.
 */
export type CallCommand = { [K in keyof Rows]: CommandOf<Rows[K]> }[keyof Rows];
export type CallCommandKind = keyof Rows;

/** The row of a command: it takes the command of its own kind, by which it is found. */
export function callSheetOf(kind: CallCommandKind): CallSheet<CallCommand> {
  return CALL_DECISIONS[kind] as unknown as CallSheet<CallCommand>;
}
