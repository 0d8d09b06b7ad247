import type { ReleaseState } from '../../domain/releases/release-state.js';
import { isReleaseOver, LIVE_RELEASES } from '../../domain/releases/release-statuses.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { lockReleaseAndCalendar, type ReleaseRow, stateOfRelease } from '../releases/release-row.js';
import { releaseFieldsOf } from '../releases/write-release-event.js';
import { type PlannedKind, reconcileAllPlanned, reconcilePlanned } from './reconcile-planned.js';
import type { ReconcileReport } from './report.js';

const RELEASES: PlannedKind<ReleaseState, ReleaseRow> = {
  workflowId: releaseWorkflowId,
  running: (db) =>
    db.release.findMany({
      where: { OR: [{ status: { in: LIVE_RELEASES } }, { endedAt: null }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    }),
  async read(db, id) {
    const { request, ...row } = await db.release.findUniqueOrThrow({
      where: { id },
      include: { request: { select: withKey } },
    });
    return { ...row, dataKey: request.dataKey };
  },
  lock: lockReleaseAndCalendar,
  stateOf: stateOfRelease,
  isOver: ({ status }) => isReleaseOver(status),
  // Calendar days: nothing of it moves.
  plan: () => ({}),
  fieldsOf: releaseFieldsOf,
  write: (tx, id, data) => tx.release.update({ where: { id }, data }),
  start: (outbox, workflowId, state) => outbox.start('release', workflowId, { v: 1, state }),
};

/** Releases. */
export const reconcileReleases = (services: Services, report: ReconcileReport) =>
  reconcileAllPlanned(services, RELEASES, report);

export const reconcileRelease = (services: Services, id: string, report: ReconcileReport) =>
  reconcilePlanned(services, RELEASES, id, report);
