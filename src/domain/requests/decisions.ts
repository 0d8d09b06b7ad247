import type { DecisionKind } from './decision.schema.js';
import { answerInformation } from './decisions/answer-information.js';
import { askFollowUp } from './decisions/ask-follow-up.js';
import { assign } from './decisions/assign.js';
import { changeCourtDate } from './decisions/change-court-date.js';
import { close } from './decisions/close.js';
import { confirmSupervisor } from './decisions/confirm-supervisor.js';
import { answerFollowUp, draftResponse, note, refuseReopening, reply } from './decisions/content.js';
import { decline } from './decisions/decline.js';
import { extend } from './decisions/extend.js';
import { merge } from './decisions/merge.js';
import { nameSupervisor } from './decisions/name-supervisor.js';
import { reclassify } from './decisions/reclassify.js';
import { redirect } from './decisions/redirect.js';
import { reopen } from './decisions/reopen.js';
import { reprioritise } from './decisions/reprioritise.js';
import { requestInformation } from './decisions/request-information.js';
import { returnResponse } from './decisions/return-response.js';
import { sendResponse } from './decisions/send-response.js';
import type { CommandSheet, ContentSheet, DecisionSheet, Words } from './decisions/sheet.js';
import { submitForReview } from './decisions/submit-for-review.js';
import { addTask, cancelTask, changeTask, finishTask } from './decisions/tasks.js';
import { withdraw } from './decisions/withdraw.js';

/** What staff decide, in the order in which pages offer it: work first, endings last. */
export const DECISIONS = {
  'send-response': sendResponse,
  'return-response': returnResponse,
  'submit-for-review': submitForReview,
  'draft-response': draftResponse,
  'answer-follow-up': answerFollowUp,
  assign,
  'request-information': requestInformation,
  reopen,
  'refuse-reopening': refuseReopening,
  close,
  reply,
  note,
  'add-task': addTask,
  'change-task': changeTask,
  'finish-task': finishTask,
  'cancel-task': cancelTask,
  extend,
  reprioritise,
  'change-deadline': changeCourtDate,
  reclassify,
  merge,
  redirect,
  decline,
  // biome-ignore lint/suspicious/noExplicitAny: each row has a command of its own
} as const satisfies Record<DecisionKind, DecisionSheet<any> | ContentSheet>;

/** The words of a decision, by their names in what is sent for it. */
export type WordsOf<K extends DecisionKind> = (typeof DECISIONS)[K] extends { words?: infer W extends Words }
  ? W
  : never;
/** What staff write beside the process. */
export type ContentKind = {
  [K in DecisionKind]: (typeof DECISIONS)[K] extends ContentSheet ? K : never;
}[DecisionKind];

export const wordsOf = (kind: DecisionKind): Words => (DECISIONS[kind] as { words?: Words }).words ?? {};

/** What requesters and supervisors ask of the process. */
export const THEIRS = {
  'answer-information': answerInformation,
  withdraw,
  'ask-follow-up': askFollowUp,
  'confirm-supervisor': confirmSupervisor,
  'name-supervisor': nameSupervisor,
};

export type CommandOf<S> = S extends CommandSheet<infer C> ? C : never;
type Rows = typeof DECISIONS & typeof THEIRS;

/**
 * What people ask of a running request. Codes and ids only: the words (question, reason, answer, draft)
 * wait in the database under the same command id.
 */
export type RequestCommand = { [K in keyof Rows]: CommandOf<Rows[K]> }[keyof Rows];
export type RequestCommandKind = RequestCommand['kind'];
export type StaffCommand = { [K in DecisionKind]: CommandOf<(typeof DECISIONS)[K]> }[DecisionKind];

export const DECISION_KINDS = Object.keys(DECISIONS) as DecisionKind[];

export function isDecisionKind(text: string): text is DecisionKind {
  return Object.hasOwn(DECISIONS, text);
}

// A row takes the command of its own kind, which is what it is found by.
const ALL = { ...DECISIONS, ...THEIRS } as unknown as Record<string, CommandSheet<RequestCommand>>;

/** The row of a command; what is content has none. */
export function sheetOf(kind: RequestCommandKind): CommandSheet<RequestCommand> {
  return ALL[kind] as CommandSheet<RequestCommand>;
}
