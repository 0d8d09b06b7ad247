import type { AbsenceEvent, AbsenceState } from '../../domain/absences/absence-state.js';
import { isAbsenceOver } from '../../domain/absences/absence-statuses.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent, asJson, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { type AbsenceRow, asDay } from './absence-row.js';
import { moveWork } from './move-work.js';
import { queueAbsenceMails } from './queue-absence-mails.js';

/** Appends an absence's event, updates its row, moves the work, and writes the mails: the one place that does. */
export async function writeAbsenceEvent(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: { row: AbsenceRow; state: AbsenceState; event: AbsenceEvent },
): Promise<void> {
  appendEvent(rec, { workflowId: absenceWorkflowId(row.id), event, hash: absenceEventHash(event, state) });
  await rec.tx.absence.update({
    where: { id: row.id },
    data: {
      ...absenceFieldsOf(state),
      ...(isAbsenceOver(state.status) ? { endedAt: new Date(event.at) } : {}),
      processSeq: event.seq,
      processState: asJson(state),
      version: { increment: 1 },
    },
  });
  const moved = await moveWork(rec, services, { state, event });
  await queueAbsenceMails(rec, services, { row, state, event, moved });
}

/** What an absence's row has from its process. @throws TypeError before its dates are computed */
export function absenceFieldsOf(state: AbsenceState) {
  const { status, work, takeBack, standInId, firstDay, lastDay, beginsAt, returnsAt, next } = state;
  if (beginsAt === null || returnsAt === null) throw new TypeError('dates are not computed');
  return {
    status,
    work,
    takeBack,
    standInId,
    firstDay: asDay(firstDay),
    lastDay: asDay(lastDay),
    beginsAt: new Date(beginsAt),
    returnsAt: new Date(returnsAt),
    nextDueAt: next && new Date(next.at),
  };
}

/** What depends on the calendar may differ between two tries and doesn't count. */
export function absenceEventHash(event: AbsenceEvent, state: AbsenceState): string {
  const { next: _next, beginsAt: _begins, returnsAt: _returns, ...decided } = state;
  return contentHash(event, decided);
}
