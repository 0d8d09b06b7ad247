import type { ScanState } from '../../domain/documents/scan-states.js';
import type { Verdict } from '../../ports/scanner.js';
import { ScannerError } from '../../ports/scanner.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import { recordSecurity } from '../security/record-security.js';
import { eraseFilesNow } from './erase-files.js';
import { sealedBytes } from './kept-bytes.js';

type Outcome = Verdict | { verdict: 'unchecked' };

/**
 * Has a document that waits scanned, with its form or its request, and settles it. One that is gone, or settled, is
 * nothing to do. Throws while the scanner can't say: nothing is settled then.
 */
export async function scanKept(services: RecordServices, id: string): Promise<void> {
  const content = await waitingContent(services, id);
  if (!content) return;
  if (!services.scanner) throw new ScannerError('away');
  await settleScan(services, id, await services.scanner.scan(content));
}

async function waitingContent(services: RecordServices, id: string): Promise<Uint8Array | null> {
  const { db, vault } = services;
  const file = await db.formFile.findUnique({ where: { id }, include: withKey });
  if (file) {
    const field = { table: 'form_file', rowId: id, field: 'content' };
    return file.scan === 'waiting'
      ? vault.openBytes(file.dataKey, field, await sealedBytes(services, file))
      : null;
  }
  const document = await db.caseDocument.findUnique({
    where: { id },
    include: { request: { select: withKey } },
  });
  if (document?.scan !== 'waiting') return null;
  const field = { table: 'case_document', rowId: id, field: 'content' };
  return vault.openBytes(document.request.dataKey, field, await sealedBytes(services, document));
}

/**
 * Writes what was found. A form may be sent meanwhile: whoever makes a document of the file has it locked, and then it is
 * the document that is settled. What carries a virus is destroyed in the same step.
 */
export async function settleScan(services: RecordServices, id: string, outcome: Outcome): Promise<void> {
  const scan: ScanState = outcome.verdict === 'too-large' ? 'unchecked' : outcome.verdict;
  const data = { scan, ...(scan === 'infected' ? { sealed: null, fileKey: null, fileDigest: null } : {}) };
  const where = { id, scan: 'waiting' };
  await services.db.$transaction(async (tx) => {
    await lockRows(tx)`SELECT id FROM form_file WHERE id = ${id}::uuid FOR UPDATE`;
    const files = await tx.formFile.updateMany({ where, data });
    await lockRows(tx)`SELECT id FROM case_document WHERE id = ${id}::uuid FOR UPDATE`;
    const documents = await tx.caseDocument.updateMany({ where, data });
    if (files.count + documents.count === 0) return;
    const about = { actor: 'system', about: `document:${id}` };
    if (outcome.verdict === 'infected') {
      const { signature } = outcome;
      await recordSecurity(tx, services, { ...about, kind: 'document-infected', data: { signature } });
    }
    if (scan === 'unchecked') await recordSecurity(tx, services, { ...about, kind: 'document-unchecked' });
  });
  if (scan === 'infected') await eraseFilesNow(services);
}
