import type { Staff, TaRequest } from '../../adapters/database/generated/client.js';
import { type Actor, isStaff } from '../../domain/people/actor.js';
import type { Program } from '../../domain/program/program.schema.js';
import { followUpUntil } from '../../domain/requests/after-answer.js';
import { answerBy } from '../../domain/requests/answer-by.js';
import { isOverdue } from '../../domain/requests/overdue.js';
import { groupsOf, priorityOf } from '../../domain/requests/priority.js';
import { isOpen, OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { waitingOn } from '../../domain/requests/waiting-on.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { readClock } from '../../domain/time/clock.js';
import { isAfter } from '../../domain/time/is-after.js';
import { courtDateProblem } from '../../domain/time/second-clock.js';
import type { ClockEvent, ClockReading } from '../../domain/time/types.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { calendarWith, closuresEntered } from '../calendar/load-calendar.js';
import type { WithKey } from '../data-keys.js';
import { joined, requestFields, type Sql, sql } from '../sql.js';
import { overdueFacts } from './overdue-rows.js';
import { courtDateOf } from './request-row.js';

/** What a view shows of a row, which opens nothing. */
export type ShownRow = TaRequest & { assignee: Pick<Staff, 'id' | 'name' | 'email'> | null };

export type ViewRow = WithKey<ShownRow>;

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
  const [read] = await tx.$queryRaw<[Shared]>`SELECT ${shared(services)}`;
  return contextOf(services, reader, read);
}

interface Shared {
  closures: string;
  highVolume: boolean;
}

/** What changes between two views, as columns. Volume is high by staff's switch, or by the program's number of open requests. */
function shared({ programs }: Services): Sql {
  const threshold = programs.current().program.priority.highVolumeOpenRequests;
  // No more are counted than it takes to know.
  const open = sql`SELECT FROM ta_request WHERE status IN (${joined([...OPEN_STATUSES])}) LIMIT ${threshold}`;
  return sql`${closuresEntered} AS closures,
    EXISTS (SELECT FROM setting WHERE key = 'high-volume' AND value = 'true'::jsonb)
      OR (SELECT count(*) FROM (${open}) counted) >= ${threshold} AS "highVolume"`;
}

function contextOf(services: Services, reader: Actor, { closures, highVolume }: Shared): ViewContext {
  return {
    services,
    calendar: calendarWith(services, closures),
    program: services.programs.current().program,
    highVolume,
    now: services.clock.now().toISOString(),
    staff: isStaff(reader),
  };
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

export function toView(row: ShownRow, context: ViewContext): RequestView {
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
  const priority = {
    urgent: row.urgent,
    ovcGrantee: row.ovcGrantee,
    hasCourtDate: courtDate !== null,
    completedTraining: row.completedTraining,
    highVolume: context.highVolume,
    groups: context.program.priority.groups,
  };
  return {
    id: row.id,
    reference: row.reference,
    status,
    kind: row.kind,
    documentKind: row.documentKind,
    topics: row.topics,
    priority: priorityOf(priority),
    urgent: row.urgent,
    priorityGroups: groupsOf(priority),
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
    waitingOn: waitingOn({
      status,
      supervisorUnconfirmed: row.supervisorStatus === 'unconfirmed',
      asksForAWord: row.messageWaitingSince !== null || row.reopeningAskedAt !== null,
    }),
    assigned: row.assigneeId !== null,
    assignee: context.staff ? assigneeOf(row) : null,
    overdue: isOverdue(overdueFacts(row), context.now),
    escalationLevel: row.escalationLevel,
    episode: row.episode,
    requester: {
      id: context.staff ? row.requesterId : null,
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
    ...afterAnswer(row, context),
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

function afterAnswer(
  row: TaRequest,
  { calendar, program, now }: ViewContext,
): Pick<RequestView, 'followUp' | 'followUpUntil' | 'closesOn'> {
  const { followUpId: id, followUpAskedAt: askedAt, followUpDueAt: dueAt, followUpAnsweredAt } = row;
  const until = followUpUntil(
    {
      status: row.status as RequestStatus,
      answeredAt: row.respondedAt?.toISOString() ?? null,
      asked: askedAt !== null,
    },
    { calendar, program },
  );
  return {
    followUp:
      id && askedAt && dueAt
        ? {
            id,
            status: followUpAnsweredAt ? 'answered' : 'open',
            askedAt: askedAt.toISOString(),
            dueAt: dueAt.toISOString(),
            answeredAt: followUpAnsweredAt?.toISOString() ?? null,
          }
        : null,
    followUpUntil: until !== null && !isAfter(now, until) ? until : null,
    // Held at once, also while the process has yet to hear of it.
    closesOn: row.reopeningAskedAt ? null : (row.closesOn?.toISOString().slice(0, 10) ?? null),
  };
}

function assigneeOf({ assignee }: ShownRow): RequestView['assignee'] {
  return assignee && { id: assignee.id, name: assignee.name, email: assignee.email };
}

function fromCall({ fromCallId: callId, fromQuestionId: questionId }: TaRequest): RequestView['fromCall'] {
  return callId && questionId
    ? { callId, questionId, question: `/api/v1/calls/${callId}/questions/${questionId}` }
    : null;
}

/** Reads one request, as it stands after what was done, for an answer to this reader. */
export async function viewOf(services: Services, reader: Actor, id: string): Promise<RequestView> {
  const [row] = await services.db.$queryRaw<[ViewRow & Shared]>`
    SELECT ${requestFields}, ${shared(services)},
      CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name, 'email', s.email) END AS assignee
    FROM ta_request r LEFT JOIN staff s ON s.id = r.assignee_id WHERE r.id = ${id}::uuid`;
  return toView(row, contextOf(services, reader, row));
}
