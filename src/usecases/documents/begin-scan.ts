import type { ScanState } from '../../domain/documents/scan-states.js';
import { documentScanWorkflowId } from '../../domain/documents/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { eraseWorkflows } from '../erasure/erase-workflow.js';
import type { Recording } from '../recording.js';

interface Scanned {
  id: string;
  scan: string;
  scanRound: number;
}

/** Of a document that has just come. */
export const scanOfNew = ({ scanner }: Pick<RecordServices, 'scanner'>): ScanState =>
  scanner ? 'waiting' : 'not-scanned';

/** Begins what scans it, where it waits for that. */
export function beginScan({ outbox }: Recording, { id, scan, scanRound }: Scanned): void {
  if (scan === 'waiting') {
    outbox.start('documentScan', documentScanWorkflowId(id, scanRound), { v: 1, documentId: id });
  }
}

/** What scans, or has scanned, these documents goes with them. */
export async function eraseScans(rec: Recording, documents: readonly Scanned[]): Promise<void> {
  const ids = documents
    .filter(({ scan }) => scan !== 'not-scanned')
    .flatMap(({ id, scanRound }) =>
      Array.from({ length: scanRound }, (_, before) => documentScanWorkflowId(id, before + 1)),
    );
  await eraseWorkflows(rec, ids);
}
