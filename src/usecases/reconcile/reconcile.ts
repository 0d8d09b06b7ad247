import type { Services } from '../../ports/services.js';
import { mendOrganizations } from '../people/mend-organizations.js';
import { clearTrouble, subjectOf } from '../process-trouble.js';
import { mendSketches } from '../requests/sketch.js';
import { reconcileAbsences } from './reconcile-absences.js';
import { reconcileCalls } from './reconcile-calls.js';
import { reconcileContacts } from './reconcile-contacts.js';
import { reconcileDigests } from './reconcile-digests.js';
import { reconcileErasures } from './reconcile-erasures.js';
import { reconcileForms } from './reconcile-forms.js';
import { reconcileIntroductions } from './reconcile-introductions.js';
import { reconcileMail } from './reconcile-mail.js';
import { reconcileMeetings } from './reconcile-meetings.js';
import { reconcilePrivacy } from './reconcile-privacy.js';
import { reconcileReleases } from './reconcile-releases.js';
import { reconcileRequests } from './reconcile-requests.js';
import { reconcileReviews } from './reconcile-reviews.js';
import { reconcileScans } from './reconcile-scans.js';
import { emptyReport, type ReconcileReport } from './report.js';

/**
 * Finds and mends rows and workflows that disagree: a workflow Temporal has lost is started again from the
 * state of its last recorded event, a read model that differs from that state is written anew, mail nobody
 * delivers is taken up. What has ended is never started again.
 */
export async function reconcile(
  services: Services & { relay: { sweep(): Promise<number> } },
  progress: (checked: number) => void = () => undefined,
): Promise<ReconcileReport> {
  const report = { ...emptyReport(), unavailable: !(await services.processes.ready()) };
  if (report.unavailable) return report;
  // What is only on its way is not lost.
  await services.relay.sweep();
  await reconcileRequests(services, report, progress);
  await reconcileCalls(services, report);
  await reconcileReviews(services, report);
  await reconcileAbsences(services, report);
  await reconcileReleases(services, report);
  await reconcileIntroductions(services, report);
  await reconcileForms(services, report);
  await reconcileMeetings(services, report);
  await reconcileContacts(services, report);
  await reconcileDigests(services, report);
  await reconcileErasures(services, report);
  await reconcileScans(services, report);
  await reconcilePrivacy(services, report);
  report.organizations = await mendOrganizations(services);
  report.sketches = await mendSketches(services);
  progress(report.checked);
  await reconcileMail(services, report);
  await reconcileTroubles(services, report);
  return report;
}

/** What can't be carried out is for a person; a process that is over has no trouble any more. */
async function reconcileTroubles(services: Services, report: ReconcileReport): Promise<void> {
  for (const { workflowId } of await services.db.processTrouble.findMany({ orderBy: { since: 'asc' } })) {
    const running = await services.processes.stateOf(workflowId);
    if (running === 'ended' || running === 'missing') await clearTrouble(services.db, workflowId);
    else report.alarms.push({ id: subjectOf(workflowId), what: 'keeps-failing' });
  }
}
