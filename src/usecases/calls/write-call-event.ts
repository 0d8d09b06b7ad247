import type { Prisma } from '../../adapters/database/generated/client.js';
import type { CallEvent, CallState } from '../../domain/calls/call-state.js';
import type { CallPlan } from '../../domain/calls/plan-call.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent } from '../process-events.js';
import type { Recording } from '../recording.js';
import { CALL_EFFECTS } from './call-effects.js';
import { type CallRow, callEventHash, callTimes } from './call-row.js';
import { type CallField, makeCallTextEffective, readCallText } from './call-text.js';
import { forgetPresence } from './presence.js';
import { meetingHears } from './zoom-meeting.js';

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
  rec: Recording,
  services: RecordServices,
  input: CallEventToWrite,
): Promise<CallRow> {
  const { tx } = rec;
  const { row, state, event, series, calendar } = input;
  appendEvent(rec, { workflowId: callWorkflowId(row.id), event, hash: callEventHash(event, state) });
  const words = await decisionWords(rec, services, row, event);
  const written = await tx.call.update({ where: { id: row.id }, data: { ...rowOf(input), ...words } });
  const updated = { ...written, dataKey: row.dataKey };
  const { late } = event.data;
  const about = { row: updated, state, event, series, calendar, late };
  await CALL_EFFECTS[event.type].does?.(rec, services, about);
  if (updated.status === 'completed' || updated.status === 'cancelled') await forgetPresence(tx, row.id);
  await meetingHears(rec, services, { callId: row.id, event, status: state.status });
  return updated;
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
    calendarSequence: row.calendarSequence + (CALL_EFFECTS[event.type].inCalendars ? 1 : 0),
    nextDueAt: plan.next ? new Date(plan.next.at) : null,
    processSeq: event.seq,
    processState: { ...state, next: plan.next } as unknown as Prisma.InputJsonValue,
    version: { increment: 1 },
  };
}

/** The words of the decision count from now on: a reason or a recap moves into the row, sealed for it. */
async function decisionWords(
  rec: Recording,
  services: RecordServices,
  row: CallRow,
  { type, commandId }: CallEvent,
): Promise<Prisma.CallUncheckedUpdateInput> {
  if (!commandId) return {};
  const read = (field: CallField) => readCallText(rec.tx, services, row, { commandId, field });
  const sealed = async (field: 'cancel-reason' | 'recap') => {
    const text = await read(field);
    return text ? services.vault.seal(row.dataKey, { table: 'call', rowId: row.id, field }, text) : null;
  };
  const words = (await CALL_EFFECTS[type].words?.({ read, sealed })) ?? {};
  makeCallTextEffective(rec, row.id, commandId);
  return words;
}
