import type { Program } from '../../../domain/program/program.schema.js';
import { type Submission, submissionSchema } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import type { Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { wrongFields } from '../kit/form-errors.js';
import type { Draft } from './draft.js';
import { FORM_STEPS, stepsFor } from './steps.js';

/** The answers as the API would take them. Answers to questions that no longer apply are left out. */
export function toSubmission(draft: Draft, program: Program, acknowledgesScope: boolean): Read<Submission> {
  const answers = stepsFor(draft, program).map((step) => step.sends(draft));
  const read = submissionSchema.safeParse(Object.assign({ acknowledgesScope }, ...answers));
  return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
}

/** And back: the answers as the form holds them. */
export function draftOf(submission: Submission): Draft {
  return Object.assign({ v: 1, formToken: '' }, ...FORM_STEPS.map((step) => step.taken(submission)));
}
