import type { AbsenceEvent, AbsenceState } from '../../domain/absences/absence-state.js';
import { type AbsencePlan, planAbsence } from '../../domain/absences/plan-absence.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { lockAbsenceAndCalendar } from '../../usecases/absences/absence-row.js';
import { fits, lockStaff } from '../../usecases/absences/fits.js';
import { absenceEventHash, writeAbsenceEvent } from '../../usecases/absences/write-absence-event.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { recordingActivity } from '../recording-activity.js';

export interface RecordAbsenceEvent {
  v: 1;
  /** State after the event. */
  state: AbsenceState;
  event: AbsenceEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

/**
 * Carries out one decision about a time away in one transaction: audit, row, the work that changes hands, mails, and the
 * dates on today's calendar. Repeating it changes nothing.
 */
export function recordAbsenceEvent(services: RecordServices) {
  return recordingActivity<RecordAbsenceEvent, AbsencePlan>(services, {
    workflowId: ({ state }) => absenceWorkflowId(state.absenceId),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.absence.updateMany({ where: { id: state.absenceId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordAbsenceEvent,
): Promise<Begun<AbsencePlan>> {
  const { tx } = rec;
  const { absenceId, personId, standInId } = state;
  const changed = event.type === 'changed';
  if (changed) await lockStaff(tx, [personId, standInId, event.data.before]);
  const row = await lockAbsenceAndCalendar(tx, absenceId);
  // Purged: nothing of it is to be written any more.
  if (!row) throw new NeverRecorded('cannot-record');
  const { remindersAt } = services.programs.current().program.clock;
  return {
    hash: absenceEventHash(event, state),
    version: row.version,
    calendarHeld: true,
    async apply() {
      // Two that were decided at once may not go together.
      if (changed && !(await fits(tx, { ...state, id: absenceId })).ok)
        throw new NeverRecorded('absence-clash');
    },
    async plan(calendar) {
      const plan = planAbsence({ state, calendar, remindersAt });
      return {
        write: () => writeAbsenceEvent(rec, services, { row, state: { ...state, ...plan }, event }),
        told: async () => plan,
      };
    },
  };
}
