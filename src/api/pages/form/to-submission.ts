import type { Program } from '../../../domain/program/program.schema.js';
import { type Submission, submissionSchema } from '../../../domain/requests/submission.schema.js';
import type { FieldError } from '../../../domain/result.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import type { Draft } from './draft.js';
import { stepApplies } from './steps.js';

/** The answers as the API would take them. Answers to questions that no longer apply are left out. */
export function toSubmission(
  draft: Draft,
  program: Program,
  acknowledgesScope: boolean,
): { ok: true; submission: Submission } | { ok: false; errors: FieldError[] } {
  const document = stepApplies('document', draft, program) ? draft.document : undefined;
  const read = submissionSchema.safeParse({
    requester: { ...draft.details, role: draft.role },
    supervisor: stepApplies('supervisor', draft, program) ? draft.supervisor : undefined,
    kind: draft.kind,
    documentKind: document?.documentKind,
    tVisaRelated: stepApplies('tVisa', draft, program) ? document?.tVisaRelated : undefined,
    topics: draft.topics,
    clientAlias: draft.facts?.clientAlias,
    facts: draft.facts?.facts,
    questions: draft.facts?.questions,
    courtOrFilingDeadline: draft.deadline?.has
      ? { kind: draft.deadline.kind, date: draft.deadline.date }
      : undefined,
    reviewedResources: stepApplies('resources', draft, program) ? draft.reviewedResources : false,
    acknowledgesScope,
  });
  return read.success
    ? { ok: true, submission: read.data }
    : { ok: false, errors: zodFieldErrors(read.error) };
}
