import type { IntroductionState } from '../../domain/mentors/introduction-state.js';
import { isIntroductionOver, LIVE_INTRODUCTIONS } from '../../domain/mentors/introduction-statuses.js';
import { planIntroduction } from '../../domain/mentors/plan-introduction.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { type IntroductionRow, lockIntroductionAndCalendar, stateOf } from '../mentors/introduction-row.js';
import { derivedOf } from '../mentors/write-introduction-event.js';
import { type PlannedKind, reconcileAllPlanned, reconcilePlanned } from './reconcile-planned.js';
import type { ReconcileReport } from './report.js';

const INTRODUCTIONS: PlannedKind<IntroductionState, IntroductionRow> = {
  workflowId: introductionWorkflowId,
  running: (db) =>
    db.introduction.findMany({
      where: { OR: [{ status: { in: LIVE_INTRODUCTIONS } }, { endedAt: null }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  read: (db, id) => db.introduction.findUniqueOrThrow({ where: { id }, include: withKey }),
  lock: lockIntroductionAndCalendar,
  stateOf: stateOf,
  isOver: ({ status }) => isIntroductionOver(status),
  plan: planIntroduction,
  fieldsOf: derivedOf,
  write: (tx, id, data) => tx.introduction.update({ where: { id }, data }),
  start: (outbox, workflowId, state) => outbox.start('mentorIntroduction', workflowId, { v: 1, state }),
};

/** Introductions to mentors. */
export const reconcileIntroductions = (services: Services, report: ReconcileReport) =>
  reconcileAllPlanned(services, INTRODUCTIONS, report);

export const reconcileIntroduction = (services: Services, id: string, report: ReconcileReport) =>
  reconcilePlanned(services, INTRODUCTIONS, id, report);
