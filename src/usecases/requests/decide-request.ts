import { type Actor, isStaff } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import type { Decision } from '../../domain/requests/decision.schema.js';
import type { RequestCommand } from '../../domain/requests/decisions.js';
import { waysOf } from '../../domain/requests/destination.js';
import { classify, documentErrors } from '../../domain/requests/intake.js';
import { permissionFor } from '../../domain/requests/offered.js';
import { isEnded, isOpen, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse, refuseAt, wrongAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { passedCourses } from '../completions/passed-courses.js';
import { staleVersion } from '../stale-version.js';
import { refuseReopening, replyToRequester } from './correspondence/answer-as-staff.js';
import { currentDraft } from './drafts.js';
import { reopenRequest } from './reopen-request.js';
import type { ViewRow } from './request-view.js';
import { sendRequestCommand } from './send-request-command.js';
import { visibleRequest } from './visible-request.js';
import { writeDraft, writeNote } from './write-content.js';

interface Prepared {
  command: RequestCommand;
  texts?: Partial<Record<CaseField, string | undefined>>;
}

/** Carries out a staff decision, whatever its kind. `commandId` makes a repeat the same decision. */
export async function decideRequest(
  services: Services,
  actor: Actor,
  id: string,
  decision: Decision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number },
): Promise<Result<RequestView>> {
  if (!isStaff(actor)) return refuse('only-staff-decide');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  if (!may(actor, permissionFor(decision))) {
    return refuse('role-may-not', { role: actor.role });
  }
  const row = found.value;
  const stale = staleVersion(row, ifMatch);
  if (stale) return stale;
  const options = { commandId, ifMatch };
  if (decision.kind === 'note') return writeNote(services, actor, row, decision.body, options);
  if (decision.kind === 'draft-response') return writeDraft(services, actor, row, decision.body, options);
  if (decision.kind === 'reply') return replyToRequester(services, actor, row, decision.body, options);
  if (decision.kind === 'refuse-reopening') {
    return refuseReopening(services, actor, row, decision.reason, options);
  }
  if (decision.kind === 'reopen' && isEnded(row.status as RequestStatus)) {
    return reopenRequest(services, actor, row, decision.reason, options);
  }
  const prepared = await prepare(services, row, decision);
  if (!prepared.ok) return prepared;
  return sendRequestCommand(services, { actor, row, ...options, ...prepared.value });
}

type Prepare = Exclude<Decision, { kind: 'note' | 'draft-response' | 'reply' | 'refuse-reopening' }>;

/** From what staff typed to a command of codes and ids, with its words beside it. */
async function prepare(services: Services, row: ViewRow, decision: Prepare): Promise<Result<Prepared>> {
  switch (decision.kind) {
    case 'assign':
      return assignment(services, decision.to);
    case 'request-information':
      return ok({ command: { kind: decision.kind }, texts: { 'question-asked': decision.question } });
    case 'redirect':
      return redirection(services, row, decision);
    case 'decline':
      return ok({
        command: { kind: decision.kind, policy: decision.policy },
        texts: { 'decline-reason': decision.reason },
      });
    case 'extend':
      return ok({
        command: { kind: decision.kind, businessDays: decision.businessDays },
        texts: { 'extension-reason': decision.reason },
      });
    case 'submit-for-review':
      return drafted(services, row, decision.kind);
    case 'send-response':
      return drafted(services, row, decision.kind);
    case 'return-response':
      return ok({ command: { kind: decision.kind }, texts: { 'return-note': decision.note } });
    case 'merge':
      return merging(services, row, decision.into);
    case 'reprioritise':
      return ok({
        command: { kind: decision.kind, urgent: decision.urgent },
        texts: { 'urgency-reason': decision.reason },
      });
    case 'close':
      return ok({ command: { kind: decision.kind } });
    case 'reopen':
      return ok({ command: { kind: decision.kind }, texts: { 'reopening-reason': decision.reason } });
    case 'change-deadline':
      return (
        refuseCourtDate(decision.courtOrFilingDeadline, todayOf(services)) ??
        ok({
          command: { kind: decision.kind },
          texts: { 'court-deadline': JSON.stringify(decision.courtOrFilingDeadline) },
        })
      );
    case 'reclassify':
      return reclassification(services, row, decision);
  }
}

/** The program the request was accepted under, which its pages show too. */
function programOf({ programs, db }: Services, row: ViewRow) {
  return programs.byVersion(db, row.programVersionId);
}

async function redirection(
  services: Services,
  row: ViewRow,
  { to, note, resources, workshop }: Extract<Decision, { kind: 'redirect' }>,
): Promise<Result<Prepared>> {
  // What is picked is shown, and linked, as the program has it today.
  const { program } = services.programs.current();
  if (to === 'mentor' && !(await programOf(services, row)).referrals.mentors) {
    return refuseAt('/to', 'no-mentors');
  }
  const unknown = resources?.find((id) => !program.resources.some((one) => one.id === id));
  if (unknown !== undefined) return refuseAt('/resources', 'no-such-resource');
  if (workshop !== undefined && !program.workshops.some(({ id }) => id === workshop)) {
    return refuseAt('/workshop', 'no-such-workshop');
  }
  const picked = {
    to,
    ...(to === 'resources' && resources?.length ? { resources: [...new Set(resources)] } : {}),
    ...(to === 'workshop' && workshop ? { workshop } : {}),
  };
  if (!note && waysOf(program, { role: row.requesterRole, topics: row.topics }, picked).length === 0) {
    return refuseAt('/note', 'redirect-without-word');
  }
  return ok({ command: { kind: 'redirect', ...picked }, texts: { 'redirect-note': note } });
}

async function assignment(services: Services, email: string): Promise<Result<Prepared>> {
  const staff = await services.db.staff.findUnique({ where: { email } });
  if (!staff?.active) {
    return refuse('nobody-on-staff', [wrongAt('/to', 'active-staff')]);
  }
  return ok({ command: { kind: 'assign', assigneeId: staff.id } });
}

/** The draft is named: what was written since is another one. */
async function drafted(
  services: Services,
  row: ViewRow,
  kind: 'submit-for-review' | 'send-response',
): Promise<Result<Prepared>> {
  const draft = await currentDraft(services.db, row);
  if (!draft) return refuse('no-draft-yet');
  return ok({ command: { kind, draftAuthor: draft.author, draftId: draft.id } });
}

async function merging(services: Services, row: ViewRow, into: string): Promise<Result<Prepared>> {
  const target = await services.db.taRequest.findUnique({
    where: { id: into },
    select: { status: true, requesterId: true },
  });
  const problem = mergeProblem(row, target);
  if (problem) return refuseAt('/into', problem);
  return ok({ command: { kind: 'merge', into, samePerson: true } });
}

function mergeProblem(row: ViewRow, target: { status: string; requesterId: string } | null) {
  if (!target) return 'merge-into-unknown';
  if (target.requesterId !== row.requesterId) return 'merge-of-another-person';
  return isOpen(target.status as RequestStatus) ? null : 'merge-into-closed';
}

async function reclassification(
  services: Services,
  row: ViewRow,
  decision: Extract<Decision, { kind: 'reclassify' }>,
): Promise<Result<Prepared>> {
  // A document named alone means: review it.
  const kind = decision.requestKind ?? (decision.documentKind ? 'document-review' : row.kind);
  const kept = decision.requestKind === undefined ? row.documentKind : null;
  const documentKind = (decision.documentKind === undefined ? kept : decision.documentKind) ?? undefined;
  const tVisaRelated = decision.tVisaRelated ?? row.tVisaRelated ?? undefined;
  const program = await programOf(services, row);
  const errors = documentErrors({ kind, documentKind, tVisaRelated }, program);
  if (errors.length > 0) return refuse('kind-without-document', errors);
  const classified = classify(
    { kind, documentKind, tVisaRelated },
    program,
    await passedCourses(services.db, row.requesterId),
  );
  if (!classified.ok) return classified;
  const { missing } = classified.value;
  return ok({
    command: {
      kind: 'reclassify',
      requestKind: classified.value.kind,
      documentKind: classified.value.documentKind,
      missing,
    },
    texts: { classification: JSON.stringify({ tVisaRelated: classified.value.tVisaRelated }) },
  });
}
