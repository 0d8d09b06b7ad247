import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Program } from '../../domain/program/program.schema.js';
import { changesBy, type RequestEvent } from '../../domain/requests/events.js';
import { noticesFor } from '../../domain/requests/notices.js';
import type { RequestPlan } from '../../domain/requests/plan.js';
import type { RequestState } from '../../domain/requests/state.js';
import { isEnded, isOpen } from '../../domain/requests/statuses.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { dropWork } from '../answers/end-work.js';
import { appendEvent, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { queueNotice } from './queue-notice.js';
import { courtDateOf, type RequestRow } from './request-row.js';
import { endTasks } from './write-task.js';

export interface EventToWrite {
  row: RequestRow;
  /** As it stood before the decision's own data was applied; the same row where there was none. */
  before?: RequestRow;
  /** That data, as far as the row keeps it. */
  carried?: Partial<RequestRow>;
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
  const { row, state, event } = input;
  append(rec, input);
  // What follow-ups are about ends with it; a reopening takes those still open along.
  if (state.tasks?.length && isEnded(state.status) && event.type !== 'reopened') endTasks(rec, row.id, event);
  if (isEnded(state.status)) dropWork(rec, row.id, 'all');
  const values = {
    ...input.carried,
    ...readModel(input),
    ...(isOpen(state.status) ? {} : { messageWaitingSince: await writtenSince(tx, row, event.at) }),
  };
  const changed = { ...row, ...values, version: row.version + 1 };
  await tell(rec, services, { ...input, before: input.before ?? row, dueBefore: row.dueAt, row: changed });
  // After the mails, which look at other requests: what waits is written before anybody reads requests.
  rec.behind.change(row.id, values);
  return changed;
}

/** Of a request that is new: its row is made with the first event. */
export async function writeReceived(
  rec: Recording,
  services: RecordServices,
  { dataKey, ...input }: Omit<EventToWrite, 'row' | 'before'> & { row: NewRow; dataKey: DataKey },
): Promise<RequestRow> {
  append(rec, input);
  const made = await rec.tx.taRequest.create({ data: { ...input.row, ...readModel(input), version: 1 } });
  const row = { ...made, dataKey };
  await tell(rec, services, { ...input, before: row, dueBefore: null, row });
  return row;
}

/** Without what the first event says of it. */
type NewRow = Omit<
  Prisma.TaRequestUncheckedCreateInput,
  'receivedAt' | 'status' | 'clockState' | 'clockEvents' | 'version'
> & { receivedAt: Date };

function append(rec: Recording, { state, event }: Pick<EventToWrite, 'state' | 'event'>): void {
  appendEvent(rec, {
    workflowId: requestWorkflowId(state.requestId, state.episode),
    requestId: state.requestId,
    event,
    hash: eventHash(event, state),
  });
}

async function tell(
  rec: Recording,
  services: RecordServices,
  input: EventToWrite & { before: RequestRow; dueBefore: Date | null },
): Promise<void> {
  const { row, before, dueBefore, state, event, plan, calendar, program } = input;
  // A form confirmed late is acknowledged when it is, not when it was sent.
  const at = new Date(Math.max(Date.parse(event.at), services.clock.now().getTime()));
  const notices = noticesFor({
    event,
    state,
    plan,
    previousDueAt: dueBefore?.toISOString() ?? null,
    previousFollowUpDueAt: before.followUpDueAt?.toISOString() ?? null,
    calendar,
    program,
    courtDate: courtDateOf(row),
    previousCourtDate: courtDateOf(before),
    at: at.toISOString(),
  });
  for (const [index, notice] of notices.entries()) {
    await queueNotice(rec, services, { row, state, event, program, notice, index, at });
  }
}

/** What the dates are computed from counts, not the dates: the calendar may change between two tries. */
export function eventHash(event: RequestEvent, state: RequestState): string {
  const { next: _next, dueAt: _dueAt, ...decided } = state;
  return contentHash(event, decided);
}

type ReadModelOf = Pick<EventToWrite, 'state' | 'event' | 'plan'> & {
  row: { urgent?: boolean; receivedAt: Date };
};

function readModel({ row, state, event, plan }: ReadModelOf) {
  const { reading } = plan;
  const at = new Date(event.at);
  return {
    status: state.status,
    episode: state.episode,
    clockState: reading.state,
    clockEvents: state.clock as unknown as Prisma.JsonArray,
    businessDaysUsed: reading.businessDaysUsed,
    businessDaysLeft: reading.businessDaysLeft,
    dueAt: reading.dueAt ? new Date(reading.dueAt) : null,
    targetAt: plan.targetAt ? new Date(plan.targetAt) : null,
    nextDueAt: plan.next ? new Date(plan.next.at) : null,
    escalationLevel: state.escalationLevel,
    extensionDays: state.extensionDays,
    urgent: isOpen(state.status) ? (state.urgentOverride ?? plan.targetIsCourt) : (row.urgent ?? false),
    urgentOverride: state.urgentOverride,
    waitingFor: waitingFor(state),
    assigneeId: state.assigneeId,
    supervisorStatus: state.supervisor,
    processSeq: event.seq,
    processState: { ...state, next: plan.next, dueAt: reading.dueAt } as unknown as Prisma.JsonObject,
    ...changes(event, row),
    ...afterAnswer(state, plan),
    endedAt: isEnded(state.status) ? at : null,
  };
}

/** What goes on after the answer; nothing of it once it is opened again. */
function afterAnswer({ followUp }: RequestState, { followUpDueAt, closesOn }: RequestPlan) {
  const instant = (at: string | null | undefined) => (at ? new Date(at) : null);
  return {
    followUpAskedAt: instant(followUp?.askedAt),
    followUpDueAt: instant(followUpDueAt),
    followUpAnsweredAt: instant(followUp?.answeredAt),
    closesOn: closesOn ? new Date(`${closesOn}T00:00:00Z`) : null,
  };
}

/** What the event itself changes; what it leaves out stays. */
function changes(event: RequestEvent, row: { receivedAt: Date }) {
  const { respondedAt, receivedAt, mergedIntoId, kind, ...others } = changesBy(event, {
    receivedAt: row.receivedAt.toISOString(),
  });
  return {
    ...(others.reopeningAskedAt === undefined ? {} : { reopeningAskedAt: null }),
    ...(others.documentKind === undefined ? {} : { documentKind: others.documentKind }),
    ...(kind === undefined ? {} : { kind }),
    ...(mergedIntoId === undefined ? {} : { mergedIntoId }),
    ...(respondedAt === undefined ? {} : { respondedAt: new Date(respondedAt) }),
    ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt) }),
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
