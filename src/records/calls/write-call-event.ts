import type { RecordServices, Transaction } from '../../activities/ports.js';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { CallEvent, CallState } from '../../domain/calls/call-state.js';
import { moveOccasion } from '../../domain/calls/missed-mail.js';
import type { CallPlan } from '../../domain/calls/plan-call.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { appendEvent } from '../process-events.js';
import { wasThere } from './attendance.js';
import { startBulkMail } from './bulk-mail.js';
import { type CallRow, callEventHash, callTimes, lacksJoinLink } from './call-row.js';
import { type CallField, makeCallTextEffective, readCallText } from './call-text.js';
import { convertQuestionToRequest } from './convert-question.js';
import { pollLink } from './poll.js';
import { forgetPresence } from './presence.js';
import { applySelection, closeSelection, handBackAll, tellAbsent } from './questions.js';
import { tellOfMove } from './tell-of-move.js';
import { tellStaffOfDayOff, tellStaffOfMeeting } from './tell-staff.js';
import { meetingHears } from './zoom-meeting.js';

type Kick = (workflowId: string | null) => void;

export interface CallEventToWrite {
  row: CallRow;
  state: CallState;
  event: CallEvent;
  plan: CallPlan;
  series: CallSeries;
  calendar: BusinessCalendar;
}

/** Appends a call's event, updates its row and does what the event calls for: the one place that does. */
export async function writeCallEvent(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  input: CallEventToWrite,
): Promise<CallRow> {
  const { row, state, event } = input;
  await appendEvent(tx, { workflowId: callWorkflowId(row.id), event, hash: callEventHash(event, state) });
  const words = await decisionWords(tx, services, row, event);
  const updated = await tx.call.update({ where: { id: row.id }, data: { ...rowOf(input), ...words } });
  await carryOut(tx, services, toKick, { ...input, row: updated });
  if (updated.status === 'completed' || updated.status === 'cancelled') await forgetPresence(tx, row.id);
  await meetingHears(tx, services, toKick, { callId: row.id, event, status: state.status });
  return updated;
}

async function carryOut(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  { row, state, event, series, calendar }: CallEventToWrite,
): Promise<void> {
  const at = new Date(event.at);
  const context = { services, toKick, row, state, series, calendar, at, late: event.data.late };
  const bulk = (
    kind: Parameters<typeof startBulkMail>[2]['bulk']['kind'],
    more: { occasion: string; wasAt?: string; pollLink?: string },
  ) => startBulkMail(tx, toKick, { callId: row.id, bulk: { kind, ...more }, at });
  switch (event.type) {
    case 'day-off-flagged':
      return tellStaffOfDayOff(tx, services, toKick, { call: row, state, at });
    case 'selected': {
      const chosen = await readCallText(tx, services, row, {
        commandId: event.commandId ?? '',
        field: 'selection',
      });
      return applySelection(tx, row.id, chosen ? (JSON.parse(chosen) as string[]) : []);
    }
    case 'selection-closed':
      await closeSelection(tx, context);
      return tellIfNoLink(tx, context, 'selected');
    case 'cancelled':
      await handBackAll(tx, context);
      if (event.data.late) return;
      return bulk('call-cancelled', { occasion: state.times.date });
    case 'rescheduled':
      await tellOfMove(tx, context, { seq: event.seq, wasAt: event.data.startedAt });
      return bulk('call-rescheduled', {
        occasion: moveOccasion(state.times.startsAt, event.at),
        wasAt: event.data.startedAt,
      });
    case 'reminded':
      await tellIfNoLink(tx, context, 'reminded');
      return bulk('call-reminder', { occasion: event.data.date ?? state.times.date });
    case 'recap-published':
      return bulk('call-recap', {
        occasion: state.times.date,
        pollLink: pollLink(services, row.id),
      });
    case 'attendance-known':
    case 'held':
      if (!event.data.settlesAbsence) return;
      return tellAbsent(tx, context, await wasThere(tx, row));
    case 'handed-over':
      return handOver(tx, services, toKick, row.id, at);
    case 'planned':
    case 'window-opened':
    case 'confirmed-by-staff':
    case 'questions-closed':
    case 'reminder-missed':
    case 'calendar-changed':
    case 'completed':
    case 'retired':
      return;
    default:
      // Whoever adds an event says here what it calls for.
      event.type satisfies never;
  }
}

/** On the eve of a call and in its morning: without a link nobody gets in, and only staff can see to it. */
async function tellIfNoLink(
  tx: Transaction,
  { services, toKick, row, at }: { services: RecordServices; toKick: Kick; row: CallRow; at: Date },
  when: 'selected' | 'reminded',
): Promise<void> {
  if (row.startsAt <= at || !lacksJoinLink(row)) return;
  const occasion = `no-link#${when}#${row.startsAt.toISOString()}`;
  await tellStaffOfMeeting(tx, services, toKick, { call: row, trouble: 'no-link', occasion, at });
}

/** Questions whose askers agreed become TA requests; one without a needed supervisor goes on waiting for that. */
async function handOver(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  callId: string,
  at: Date,
): Promise<void> {
  const questions = await tx.callQuestion.findMany({
    where: { callId, status: 'not-selected', convertIfUnselected: true },
    orderBy: { askedAt: 'asc' },
  });
  for (const question of questions) {
    // Its time has come, whatever day was told: the calendar may have changed since.
    await convertQuestionToRequest(tx, services, toKick, {
      question: { ...question, convertAt: at },
      at,
      by: null,
    });
  }
}

function rowOf({ row, state, event, plan }: CallEventToWrite): Prisma.CallUncheckedUpdateInput {
  return {
    status: state.status,
    ...callTimes(state.times),
    dayOff: plan.dayOffName,
    staffConfirmed: state.staffConfirmed,
    cancelReason: state.cancelReason,
    cancelledAt: state.cancelledAt ? new Date(state.cancelledAt) : null,
    selectedAt: state.selectedAt ? new Date(state.selectedAt) : null,
    attendanceKnownAt: state.attendanceKnownAt ? new Date(state.attendanceKnownAt) : null,
    recapPublishedAt: state.recapPublishedAt ? new Date(state.recapPublishedAt) : null,
    calendarSequence:
      row.calendarSequence + (event.type === 'rescheduled' || event.type === 'cancelled' ? 1 : 0),
    nextDueAt: plan.next ? new Date(plan.next.at) : null,
    processSeq: event.seq,
    processState: { ...state, next: plan.next } as unknown as Prisma.InputJsonValue,
    version: { increment: 1 },
  };
}

/** The words of the decision count from now on: a reason or a recap moves into the row, sealed for it. */
async function decisionWords(
  tx: Transaction,
  services: RecordServices,
  row: CallRow,
  event: CallEvent,
): Promise<Prisma.CallUncheckedUpdateInput> {
  if (!event.commandId) return {};
  await makeCallTextEffective(tx, row.id, event.commandId);
  const { commandId } = event;
  const read = (field: CallField) => readCallText(tx, services, row, { commandId, field });
  const sealed = async (field: 'cancel-reason' | 'recap') => {
    const text = await read(field);
    return text && services.vault.seal(row.dataKey, { table: 'call', rowId: row.id, field }, text);
  };
  if (event.type === 'cancelled') {
    return {
      sealedReason: (await sealed('cancel-reason')) || null,
      publicReason: await read('public-reason'),
    };
  }
  if (event.type === 'recap-published') return { sealedRecap: (await sealed('recap')) || null };
  return {};
}
