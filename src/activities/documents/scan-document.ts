import { Context, heartbeat } from '@temporalio/activity';
import { documentScanWorkflowId } from '../../domain/documents/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { scanKept, settleScan } from '../../usecases/documents/scan-kept.js';
import { clearTrouble, noteTrouble } from '../../usecases/process-trouble.js';

export interface DocumentToScan {
  v: 1;
  documentId: string;
}

const BEAT_MS = 5_000;
/** From this try on, whoever looks after the machine is told. */
const TRIES_UNTOLD = 5;

/** Scans a document that waits; fails, and is tried again, while the scanner or the document can't be reached. */
export function scanDocumentActivity(services: RecordServices) {
  return async ({ documentId }: DocumentToScan): Promise<void> => {
    const beat = setInterval(() => heartbeat(), BEAT_MS);
    const { workflowExecution, attempt, activityType } = Context.current().info;
    const workflowId = workflowExecution?.workflowId ?? documentScanWorkflowId(documentId, 1);
    try {
      await scanKept(services, documentId);
      if (attempt > TRIES_UNTOLD) await clearTrouble(services.db, workflowId);
    } catch (error) {
      const code = error instanceof Error ? error.name : 'Error';
      if (attempt >= TRIES_UNTOLD) {
        const trouble = {
          workflowId,
          activity: activityType,
          code,
          at: services.clock.now(),
          tryAgainAt: null,
        };
        // The database may be what is away.
        await noteTrouble(services.db, trouble).catch(() => undefined);
      }
      throw error;
    } finally {
      clearInterval(beat);
    }
  };
}

/** Nobody could scan it in all that time. */
export function leaveUncheckedActivity(services: RecordServices) {
  return async ({ documentId }: DocumentToScan): Promise<void> => {
    await settleScan(services, documentId, { verdict: 'unchecked' });
    const { workflowExecution } = Context.current().info;
    if (workflowExecution) await clearTrouble(services.db, workflowExecution.workflowId);
  };
}
