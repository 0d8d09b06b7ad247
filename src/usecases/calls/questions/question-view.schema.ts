import { z } from 'zod';
import { QUESTION_STATUSES } from '../../../domain/calls/question-statuses.js';
import { QUESTION_ABOUT } from '../../../domain/program/call-series.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import {
  shownCode,
  shownCount,
  shownEmail,
  shownLink,
  shownWords,
} from '../../../domain/text/shown.schema.js';

/** A question as its asker and staff see it. */
export const questionViewSchema = z.object({
  id: z.uuid(),
  callId: shownCode,
  status: z.enum(QUESTION_STATUSES),
  askedAt: z.iso.datetime(),
  asker: z.object({
    name: shownWords(200),
    email: shownEmail,
    role: shownWords(60),
    organization: shownWords(200).nullable(),
  }),
  supervisor: z.object({ name: shownWords(200), email: shownEmail, role: shownWords(60) }).nullable(),
  question: shownWords(MAX_TEXT),
  questionAbout: z.enum(QUESTION_ABOUT),
  needsLegalAnalysis: z.boolean(),
  empWorksheetCompleted: z.boolean(),
  convertIfUnselected: z.boolean(),
  /** Becomes a TA request by itself then. */
  convertsAt: z.iso.datetime().nullable(),
  /** The TA request it has become. */
  requestId: z.uuid().nullable(),
  /** Staff proposed to move it to a call that takes such questions; null: nobody did. */
  proposedMove: z
    .object({ to: shownCode, askedAt: z.iso.datetime(), answer: z.enum(['agreed', 'declined']).nullable() })
    .nullable(),
  version: shownCount,
  links: z.object({ self: shownLink, call: shownLink, request: shownLink.nullable() }),
});
export type QuestionView = z.infer<typeof questionViewSchema>;
