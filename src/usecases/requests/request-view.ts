import type { Staff, TaRequest } from '../../adapters/database/generated/client.js';
import { type Actor, isStaff } from '../../domain/people/actor.js';
import type { Program } from '../../domain/program/program.schema.js';
import { answerBy } from '../../domain/requests/answer-by.js';
import { isOverdue } from '../../domain/requests/overdue.js';
import { priorityOf } from '../../domain/requests/priority.js';
import { isOpen, OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { readClock } from '../../domain/time/clock.js';
import { courtDateProblem } from '../../domain/time/second-clock.js';
import type { ClockEvent, ClockReading } from '../../domain/time/types.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { overdueFacts } from './overdue-rows.js';
import { courtDateOf } from './request-row.js';

export type ViewRow = TaRequest & { assignee: Staff | null };

/** What views of several requests share; read once. */
export interface ViewContext {
  services: Services;
  calendar: BusinessCalendar;
  program: Program;
  highVolume: boolean;
  now: string;
  /** Staff read it: who has the request is named. */
  staff: boolean;
}

export async function viewContext(tx: Transaction, services: Services, reader: Actor): Promise<ViewContext> {
  const { program } = services.programs.current();
  return {
    services,
    calendar: await loadCalendar(tx, services),
    program,
    highVolume: await isHighVolume(tx, program.priority.highVolumeOpenRequests),
    now: services.clock.now().toISOString(),
    staff: isStaff(reader),
  };
}

/** Staff's switch, or more open requests than the program's number. */
export async function isHighVolume(tx: Transaction, threshold: number): Promise<boolean> {
  const setting = await tx.setting.findUnique({ where: { key: 'high-volume' } });
  if (setting?.value === true) return true;
  return (await tx.taRequest.count({ where: { status: { in: OPEN_STATUSES } } })) >= threshold;
}

/** Business days promised. Pinned: a request keeps the promise it was accepted under. */
export function promiseOf(row: TaRequest, { program }: Pick<ViewContext, 'program'>): number {
  const state = row.processState as { promiseBusinessDays?: number } | null;
  return state?.promiseBusinessDays ?? program.clock.promiseBusinessDays;
}

/** The clock as it reads now: used days go on though nothing is written. */
export function clockReading(
  row: TaRequest,
  context: Pick<ViewContext, 'calendar' | 'program' | 'now'>,
): ClockReading {
  return readClock({
    calendar: context.calendar,
    events: row.clockEvents as unknown as ClockEvent[],
    promiseDays: promiseOf(row, context),
    at: context.now,
  });
}

export function toView(row: ViewRow, context: ViewContext): RequestView {
  const reading = clockReading(row, context);
  const status = row.status as RequestStatus;
  const courtDate = courtDateOf(row);
  const problem =
    courtDate && isOpen(status)
      ? courtDateProblem({
          calendar: context.calendar,
          courtDate,
          at: context.now,
          minimumBusinessDays: context.program.clock.courtDeadline.tooSoonBusinessDays,
        })
      : null;
  const self = `/api/v1/ta-requests/${row.id}`;
  return {
    id: row.id,
    reference: row.reference,
    status,
    kind: row.kind,
    documentKind: row.documentKind,
    topics: row.topics,
    priority: priorityOf({
      urgent: row.urgent,
      ovcGrantee: row.ovcGrantee,
      hasCourtDate: courtDate !== null,
      completedTraining: row.completedTraining,
      highVolume: context.highVolume,
      groups: context.program.priority.groups,
    }),
    urgent: row.urgent,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    targetAt: row.targetAt?.toISOString() ?? null,
    answerBy: isOpen(status)
      ? answerBy({
          calendar: context.calendar,
          reading,
          court: courtDate && row.courtDeadlineKind ? { kind: row.courtDeadlineKind, date: courtDate } : null,
          businessDaysBefore: context.program.clock.courtDeadline.targetBusinessDaysBefore,
          at: context.now,
        })
      : null,
    clock: {
      state: reading.state,
      businessDaysUsed: reading.businessDaysUsed,
      businessDaysLeft: reading.businessDaysLeft,
    },
    waitingFor: row.waitingFor,
    assigned: row.assigneeId !== null,
    assignee: context.staff ? assigneeOf(row) : null,
    overdue: isOverdue(overdueFacts(row), context.now),
    escalationLevel: row.escalationLevel,
    episode: row.episode,
    requester: {
      name: row.requesterName,
      email: row.requesterEmail,
      role: row.requesterRole,
      organization: row.organizationName,
      state: row.requesterState,
      licensedIn: row.licensedIn,
      ovcGrantee: row.ovcGrantee,
    },
    supervisor:
      row.supervisorName && row.supervisorEmail && row.supervisorRole
        ? {
            name: row.supervisorName,
            email: row.supervisorEmail,
            role: row.supervisorRole,
            status: row.supervisorStatus,
          }
        : null,
    courtOrFilingDeadline:
      courtDate && row.courtDeadlineKind ? { kind: row.courtDeadlineKind, date: courtDate } : null,
    mergedInto: row.mergedIntoId,
    fromCall: fromCall(row),
    messageWaitingSince: row.messageWaitingSince?.toISOString() ?? null,
    reopeningAskedAt: row.reopeningAskedAt?.toISOString() ?? null,
    notices: problem ? [`court-date-${problem}`] : [],
    version: row.version,
    links: {
      self,
      events: `${self}/events`,
      clock: `${self}/clock`,
      response: row.respondedAt ? `${self}/response` : null,
      page: `${context.services.appUrl}/my/requests/${row.id}`,
    },
  };
}

function assigneeOf({ assignee }: ViewRow): RequestView['assignee'] {
  return assignee && { id: assignee.id, name: assignee.name, email: assignee.email };
}

function fromCall({ fromCallId: callId, fromQuestionId: questionId }: TaRequest): RequestView['fromCall'] {
  return callId && questionId
    ? { callId, questionId, question: `/api/v1/calls/${callId}/questions/${questionId}` }
    : null;
}

/** Reads one request for an answer to this reader. */
export async function viewOf(services: Services, reader: Actor, id: string): Promise<RequestView> {
  const row = await services.db.taRequest.findUniqueOrThrow({ where: { id }, include: { assignee: true } });
  return toView(row, await viewContext(services.db, services, reader));
}
