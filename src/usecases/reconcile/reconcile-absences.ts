import type { AbsenceState } from '../../domain/absences/absence-state.js';
import { isAbsenceOver, LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { planAbsence } from '../../domain/absences/plan-absence.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { type AbsenceRow, absenceStateOf, lockAbsenceAndCalendar } from '../absences/absence-row.js';
import { absenceFieldsOf } from '../absences/write-absence-event.js';
import { type PlannedKind, reconcileAllPlanned, reconcilePlanned } from './reconcile-planned.js';
import type { ReconcileReport } from './report.js';

const ABSENCES: PlannedKind<AbsenceState, AbsenceRow> = {
  workflowId: absenceWorkflowId,
  running: (db) =>
    db.absence.findMany({
      where: { OR: [{ status: { in: [...LIVE_ABSENCES] } }, { endedAt: null }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  read: (db, id) => db.absence.findUniqueOrThrow({ where: { id } }),
  lock: lockAbsenceAndCalendar,
  stateOf: absenceStateOf,
  isOver: ({ status }) => isAbsenceOver(status),
  plan: planAbsence,
  fieldsOf: absenceFieldsOf,
  write: (tx, id, data) => tx.absence.update({ where: { id }, data }),
  start: (outbox, workflowId, state) => outbox.start('absence', workflowId, { v: 1, state }),
};

/** Times away. */
export const reconcileAbsences = (services: Services, report: ReconcileReport) =>
  reconcileAllPlanned(services, ABSENCES, report);

export const reconcileAbsence = (services: Services, id: string, report: ReconcileReport) =>
  reconcilePlanned(services, ABSENCES, id, report);
