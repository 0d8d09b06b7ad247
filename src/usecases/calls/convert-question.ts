import { conversionNow } from '../../domain/calls/handover.js';
import type { QuestionStatus } from '../../domain/calls/question-statuses.js';
import { documentOf, needsSupervisor } from '../../domain/program/lookup.js';
import type { Program } from '../../domain/program/program.schema.js';
import { NOT_ASKED, type Submission } from '../../domain/requests/submission.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { WORKSHEET_KIND } from '../../domain/worksheets/worksheet.schema.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { acceptRequest } from '../requests/accept-request.js';
import type { RequestRow } from '../requests/request-row.js';
import { handOverWorksheet, withWorksheet } from './questions/question-worksheet.js';
import type { QuestionRow } from './questions.js';

/**
 * Makes a question nobody answered into a TA request: prefilled, with its first date (place in the queue);
 * the clock's day 0 is now. `by`: who asked for it; null: nobody, its time has come. Without the supervisor its asker's role needs it is refused.
 */
export async function convertQuestionToRequest(
  rec: Recording,
  services: RecordServices,
  input: { question: QuestionRow; by: string | null },
): Promise<Result<RequestRow>> {
  const { tx, at } = rec;
  const { question } = input;
  const { program } = services.programs.current();
  const conversion = conversionNow({
    question: {
      status: question.status as QuestionStatus,
      convertIfUnselected: question.convertIfUnselected,
      supervisorNeeded: needsSupervisor(program, question.askerRole),
      supervisorNamed: question.supervisorEmail !== null,
    },
    convertAt: question.convertAt?.toISOString() ?? null,
    at: at.toISOString(),
    byAsker: input.by !== null,
  });
  if (conversion === 'waits-for-supervisor') {
    return refuse('supervisor-needed');
  }
  if (conversion !== 'converts') return refuse('not-open-for-request');
  const text = services.vault.open(
    question.dataKey,
    { table: 'call_question', rowId: question.id, field: 'question' },
    question.sealed,
  );
  const person = await tx.person.findUniqueOrThrow({
    where: { id: question.personId },
    select: { state: true, licensedIn: true, ovcGrantee: true },
  });
  const asker = `person:${question.personId}`;
  const actor = input.by ?? 'system';
  const onBehalfOf = input.by === asker ? null : asker;
  const accepted = await acceptRequest(rec, services, {
    submission: {
      ...submissionOf(question, text, person),
      ...(await documentOfAnalysis(rec, program, question)),
    },
    actor,
    onBehalfOf,
    firstReceivedAt: question.askedAt,
    question: { id: question.id, callId: question.callId },
    imported: false,
  });
  if (!accepted.ok) return accepted;
  await handOverWorksheet(rec, services, question, { request: accepted.value, actor, onBehalfOf });
  await tx.callQuestion.update({
    where: { id: question.id },
    data: { status: 'converted', requestId: accepted.value.id, version: { increment: 1 } },
  });
  return ok(accepted.value);
}

/** A question about the analysis that came with its worksheet is what a request with that document is. */
async function documentOfAnalysis(
  { tx }: Recording,
  program: Program,
  { id, questionAbout }: QuestionRow,
): Promise<Pick<Submission, 'documentKind'> | null> {
  const becomes = documentOf(program, WORKSHEET_KIND)?.becomesKind;
  if (questionAbout !== 'trafficking-analysis' || becomes !== questionAbout) return null;
  return (await withWorksheet(tx, [id])).has(id) ? { documentKind: WORKSHEET_KIND } : null;
}

/** What the question doesn't say of its asker stays as it is known: accepting a request renews the profile. */
function submissionOf(
  question: QuestionRow,
  text: string,
  person: { state: string | null; licensedIn: string[]; ovcGrantee: boolean },
): Submission {
  const { supervisorName, supervisorEmail, supervisorRole } = question;
  return {
    requester: {
      name: question.askerName,
      email: question.askerEmail,
      role: question.askerRole,
      organization: question.organizationName ?? undefined,
      state: person.state ?? undefined,
      licensedIn: person.licensedIn,
      ovcGrantee: person.ovcGrantee,
    },
    supervisor:
      supervisorName && supervisorEmail && supervisorRole
        ? { name: supervisorName, email: supervisorEmail, role: supervisorRole }
        : undefined,
    kind: question.questionAbout === 'trafficking-analysis' ? 'trafficking-analysis' : 'general-information',
    documentKind: undefined,
    tVisaRelated: undefined,
    topics: ['other'],
    clientAlias: undefined,
    facts: text,
    questions: text,
    courtOrFilingDeadline: undefined,
    ...NOT_ASKED,
    acknowledgesScope: true,
  };
}
