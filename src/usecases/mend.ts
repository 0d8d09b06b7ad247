import { validate as isUuid } from 'uuid';
import { absenceWorkflowId } from '../domain/absences/workflow-id.js';
import { callSeriesWorkflowId, callWorkflowId } from '../domain/calls/workflow-id.js';
import { reviewWorkflowId } from '../domain/conduct/workflow-id.js';
import { introductionWorkflowId } from '../domain/mentors/workflow-id.js';
import { releaseWorkflowId } from '../domain/releases/workflow-id.js';
import { requestWorkflowId } from '../domain/requests/workflow-id.js';
import type { Services } from '../ports/services.js';
import { clearTrouble, troubleOf } from './process-trouble.js';
import { reconcileAbsence } from './reconcile/reconcile-absences.js';
import { reconcileCall, reconcileSeries } from './reconcile/reconcile-calls.js';
import { reconcileIntroduction } from './reconcile/reconcile-introductions.js';
import { reconcileRelease } from './reconcile/reconcile-releases.js';
import { reconcileRequest } from './reconcile/reconcile-requests.js';
import { reconcileReview } from './reconcile/reconcile-reviews.js';
import { emptyReport, type ReconcileReport } from './reconcile/report.js';

/** `ran`: nothing was held up. `code`: why it still is. */
export type Mending =
  | { outcome: 'ran' | 'mended' | 'started' | 'ended' | 'unavailable' | 'unknown' }
  | { outcome: 'held'; code: string };

/**
 * Takes up again the process of a request (id or reference), a call, a series, a conduct review, an introduction or a time
 * away: what Temporal lost is started from its last recorded event, what it could not record is tried again.
 */
export async function mend(services: Services, name: string): Promise<Mending> {
  const found = await subjectNamed(services, name);
  if (!found) return { outcome: 'unknown' };
  const { workflowId, state, reconcile } = found;
  const report = emptyReport();
  await reconcile(report);
  if (report.restarted.length > 0) return { outcome: 'started' };
  const trouble = await troubleOf(services.db, workflowId);
  const outcome = await services.processes.mend(workflowId, state as object | null);
  if (outcome === 'ended' || outcome === 'unavailable') return { outcome };
  if (outcome === 'held') {
    return { outcome, code: (await troubleOf(services.db, workflowId))?.code ?? 'unknown' };
  }
  await clearTrouble(services.db, workflowId);
  return { outcome: trouble ? 'mended' : 'ran' };
}

interface Subject {
  workflowId: string;
  state: unknown;
  reconcile(report: ReconcileReport): Promise<void>;
}

async function subjectNamed(services: Services, name: string): Promise<Subject | null> {
  const { db } = services;
  const request = await db.taRequest.findFirst({
    where: isUuid(name) ? { id: name } : { reference: name.toUpperCase() },
  });
  if (request) {
    return {
      workflowId: requestWorkflowId(request.id, request.episode),
      state: request.processState,
      reconcile: (report) => reconcileRequest(services, request.id, report),
    };
  }
  const call = await db.call.findUnique({ where: { id: name } });
  if (call) {
    return {
      workflowId: callWorkflowId(call.id),
      state: call.processState,
      reconcile: (report) => reconcileCall(services, call.id, report),
    };
  }
  const review = isUuid(name) ? await db.conductReview.findUnique({ where: { id: name } }) : null;
  if (review) {
    return {
      workflowId: reviewWorkflowId(review.id),
      state: review.processState,
      reconcile: (report) => reconcileReview(services, review.id, report),
    };
  }
  const absence = isUuid(name) ? await db.absence.findUnique({ where: { id: name } }) : null;
  if (absence) {
    return {
      workflowId: absenceWorkflowId(absence.id),
      state: absence.processState,
      reconcile: (report) => reconcileAbsence(services, absence.id, report),
    };
  }
  const introduction = isUuid(name) ? await db.introduction.findUnique({ where: { id: name } }) : null;
  if (introduction) {
    return {
      workflowId: introductionWorkflowId(introduction.id),
      state: introduction.processState,
      reconcile: (report) => reconcileIntroduction(services, introduction.id, report),
    };
  }
  const release = isUuid(name) ? await db.release.findUnique({ where: { id: name } }) : null;
  if (release) {
    return {
      workflowId: releaseWorkflowId(release.id),
      state: release.processState,
      reconcile: (report) => reconcileRelease(services, release.id, report),
    };
  }
  const series = await db.callSeries.findUnique({ where: { id: name } });
  if (!series) return null;
  return {
    workflowId: callSeriesWorkflowId(series.id),
    state: series.processState,
    reconcile: (report) => reconcileSeries(services, series.id, report),
  };
}
