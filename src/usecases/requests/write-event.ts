import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Program } from '../../domain/program/program.schema.js';
import { changesBy, noticesFor } from '../../domain/requests/events.js';
import type { RequestPlan } from '../../domain/requests/plan-request.js';
import type { RequestEvent, RequestState } from '../../domain/requests/state.js';
import { isEnded, isOpen } from '../../domain/requests/statuses.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { queueNotice } from './queue-notice.js';
import { courtDateOf, type RequestRow } from './request-row.js';

export interface EventToWrite {
  row: RequestRow;
  /** As it stood before the decision's own data was applied; the same row where there was none. */
  before?: RequestRow;
  state: RequestState;
  event: RequestEvent;
  plan: RequestPlan;
  calendar: BusinessCalendar;
  program: Program;
}

/** Appends the event, updates the read model and writes the notices: the one place that does. */
export async function writeEvent(
  rec: Recording,
  services: RecordServices,
  input: EventToWrite,
): Promise<RequestRow> {
  const { tx } = rec;
  const { row, state, event, plan, calendar, program } = input;
  appendEvent(rec, {
    workflowId: requestWorkflowId(state.requestId, state.episode),
    requestId: state.requestId,
    event,
    hash: eventHash(event, state),
  });
  const updated = await tx.taRequest.update({
    where: { id: row.id },
    data: {
      ...readModel(input),
      ...(isOpen(state.status) ? {} : { messageWaitingSince: await writtenSince(tx, row, event.at) }),
    },
  });
  // A form confirmed late is acknowledged when it is, not when it was sent.
  const told = new Date(Math.max(Date.parse(event.at), services.clock.now().getTime()));
  const notices = noticesFor({
    event,
    state,
    plan,
    previousDueAt: row.dueAt?.toISOString() ?? null,
    calendar,
    program,
    courtDate: courtDateOf(updated),
    previousCourtDate: courtDateOf(input.before ?? row),
    at: told.toISOString(),
  });
  for (const [index, notice] of notices.entries()) {
    await queueNotice(rec, services, { row: updated, state, event, program, notice, index, at: told });
  }
  return updated;
}

/** What the dates are computed from counts, not the dates: the calendar may change between two tries. */
export function eventHash(event: RequestEvent, state: RequestState): string {
  const { next: _next, dueAt: _dueAt, ...decided } = state;
  return contentHash(event, decided);
}

function readModel({ row, state, event, plan }: EventToWrite): Prisma.TaRequestUncheckedUpdateInput {
  const { reading } = plan;
  const at = new Date(event.at);
  return {
    status: state.status,
    episode: state.episode,
    clockState: reading.state,
    clockEvents: state.clock as unknown as Prisma.InputJsonValue,
    businessDaysUsed: reading.businessDaysUsed,
    businessDaysLeft: reading.businessDaysLeft,
    dueAt: reading.dueAt ? new Date(reading.dueAt) : null,
    targetAt: plan.targetAt ? new Date(plan.targetAt) : null,
    nextDueAt: plan.next ? new Date(plan.next.at) : null,
    escalationLevel: state.escalationLevel,
    extensionDays: state.extensionDays,
    urgent: isOpen(state.status) ? (state.urgentOverride ?? plan.targetIsCourt) : row.urgent,
    urgentOverride: state.urgentOverride,
    waitingFor: waitingFor(state),
    assigneeId: state.assigneeId,
    supervisorStatus: state.supervisor,
    processSeq: event.seq,
    processState: { ...state, next: plan.next, dueAt: reading.dueAt } as unknown as Prisma.InputJsonValue,
    version: { increment: 1 },
    ...changesBy(event, { receivedAt: row.receivedAt.toISOString() }),
    endedAt: isEnded(state.status) ? at : null,
  };
}

/**
 * The first message that came while an end, decided before it, was on its way into the database: whoever decided
 * can't have read it. What was written earlier is settled with the end.
 */
async function writtenSince(tx: Transaction, row: RequestRow, decidedAt: string): Promise<Date | null> {
  if (!row.messageWaitingSince) return null;
  const first = await tx.caseText.findFirst({
    where: {
      requestId: row.id,
      field: 'message',
      status: 'effective',
      createdAt: { gt: new Date(decidedAt), gte: row.messageWaitingSince },
    },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  });
  return first?.createdAt ?? null;
}

function waitingFor(state: RequestState): string[] {
  if (!isOpen(state.status)) return [];
  return [
    ...(state.status === 'awaiting-prerequisites' ? state.missing : []),
    ...(state.status === 'awaiting-information' ? ['information'] : []),
    ...(state.supervisor === 'unconfirmed' ? ['supervisor-confirmation'] : []),
  ];
}
