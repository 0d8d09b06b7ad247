import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { wordsOf } from '../../../../domain/requests/decisions.js';
import type { Texts } from '../../../text/texts.js';
import type { Field } from '../../kit/form.js';
import type { DecisionForm, FormContext } from './decision-form.js';
import { answerFollowUp } from './forms/answer-follow-up.js';
import { assign } from './forms/assign.js';
import { changeCourtDate } from './forms/change-court-date.js';
import { close } from './forms/close.js';
import { decline } from './forms/decline.js';
import { draftResponse } from './forms/draft-response.js';
import { extend } from './forms/extend.js';
import { merge } from './forms/merge.js';
import { note } from './forms/note.js';
import { reclassify } from './forms/reclassify.js';
import { redirect } from './forms/redirect.js';
import { refuseReopening } from './forms/refuse-reopening.js';
import { reopen } from './forms/reopen.js';
import { reply } from './forms/reply.js';
import { reprioritise } from './forms/reprioritise.js';
import { requestInformation } from './forms/request-information.js';
import { returnResponse } from './forms/return-response.js';
import { sendResponse } from './forms/send-response.js';
import type { DecisionSheet } from './forms/sheet.js';
import { submitForReview } from './forms/submit-for-review.js';
import { addTask, cancelTask, changeTask, finishTask } from './forms/tasks.js';

const FORMS: Record<DecisionKind, DecisionSheet> = {
  assign,
  'request-information': requestInformation,
  redirect,
  decline,
  extend,
  'draft-response': draftResponse,
  'answer-follow-up': answerFollowUp,
  'submit-for-review': submitForReview,
  'return-response': returnResponse,
  'send-response': sendResponse,
  merge,
  reprioritise,
  close,
  reopen,
  'refuse-reopening': refuseReopening,
  reply,
  note,
  'add-task': addTask,
  'change-task': changeTask,
  'finish-task': finishTask,
  'cancel-task': cancelTask,
  reclassify,
  'change-deadline': changeCourtDate,
};

export const sheetOf = (kind: DecisionKind): DecisionSheet => FORMS[kind];

export function decisionForm(texts: Texts, kind: DecisionKind, context: FormContext): DecisionForm {
  const fields = FORMS[kind].fields(context, texts);
  return { kind, fields: fields.map((field) => withReaders(texts, kind, field, context.hasSupervisor)) };
}

/** Who reads what is typed there, said at every field for words. */
function withReaders({ staff }: Texts, kind: DecisionKind, field: Field, hasSupervisor: boolean): Field {
  const kept = field.type === 'words' ? wordsOf(kind)[field.name] : undefined;
  if (field.type !== 'words' || !kept) return field;
  const readers =
    kept.keptAs === 'draft' || kept.keptAs === 'follow-up-draft'
      ? staff.draftReaders(hasSupervisor)
      : staff.readers(kept.readBy, hasSupervisor);
  return { ...field, hint: [field.hint, readers].filter(Boolean).join(' ') };
}
