import { documentScanWorkflowId } from '../../domain/documents/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { beginScan } from '../documents/begin-scan.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** Documents that wait have a process that scans them; what could not be scanned is tried once more. */
export async function reconcileScans(services: Services, report: ReconcileReport): Promise<void> {
  if (!services.scanner) return;
  const where = { scan: { in: ['waiting', 'unchecked'] } };
  const select = { id: true, scan: true, scanRound: true } as const;
  const files = await services.db.formFile.findMany({ where, select });
  const documents = await services.db.caseDocument.findMany({ where, select });
  for (const { of, row } of [
    ...files.map((row) => ({ of: 'formFile' as const, row })),
    ...documents.map((row) => ({ of: 'caseDocument' as const, row })),
  ]) {
    report.checked += 1;
    const running = await services.processes.stateOf(documentScanWorkflowId(row.id, row.scanRound));
    if (running === 'running' || running === 'unavailable') continue;
    const scanRound = running === 'ended' ? row.scanRound + 1 : row.scanRound;
    await recording(services, async (rec) => {
      const table = rec.tx[of] as typeof rec.tx.caseDocument;
      const now = { id: row.id, scan: row.scan, scanRound: row.scanRound };
      const { count } = await table.updateMany({ where: now, data: { scan: 'waiting', scanRound } });
      if (count === 0) return;
      beginScan(rec, { id: row.id, scan: 'waiting', scanRound });
      report.restarted.push(documentScanWorkflowId(row.id, scanRound));
    });
  }
}
