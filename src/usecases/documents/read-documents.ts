import type { CaseDocument } from '../../adapters/database/generated/client.js';
import { isHeld, type ScanState } from '../../domain/documents/scan-states.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { logAccess } from '../requests/read-request.js';
import { visibleRequest } from '../requests/visible-request.js';
import type { DocumentView } from './document.schema.js';
import { sealedBytes } from './kept-bytes.js';

/** The documents of a request, oldest first, for whom its other content is for. Names are content: reading them is logged. */
export async function listDocuments(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<DocumentView[]>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const rows = await services.db.caseDocument.findMany({
    where: { requestId: found.value.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { sealed: true },
  });
  if (rows.length > 0) await logAccess(services, actor, found.value.id, 'document');
  return ok(rows.map((row) => toView(services, found.value.dataKey, row)));
}

/** One document with its content. Reading it is logged. */
export async function readDocument(
  services: Services,
  actor: Actor,
  { id, documentId }: { id: string; documentId: string },
): Promise<Result<{ view: DocumentView; content: Buffer }>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = await services.db.caseDocument.findFirst({
    where: { id: documentId, requestId: found.value.id },
  });
  if (!row) return refuse('no-such-document');
  const held = whyHeld(row.scan);
  if (held) return refuse(held);
  await logAccess(services, actor, found.value.id, 'document');
  const field = { table: 'case_document', rowId: row.id, field: 'content' };
  const sealed = await sealedBytes(services, row);
  const content = services.vault.openBytes(found.value.dataKey, field, sealed);
  return ok({ view: toView(services, found.value.dataKey, row), content: Buffer.from(content) });
}

/** Why nobody opens it now; null: it may be opened. */
function whyHeld(scan: string) {
  if (!isHeld(scan)) return null;
  if (scan === 'infected') return 'document-infected' as const;
  return scan === 'waiting' ? ('document-being-checked' as const) : ('document-unchecked' as const);
}

function toView(services: Services, dataKey: DataKey, row: Omit<CaseDocument, 'sealed'>): DocumentView {
  const field = { table: 'case_document', rowId: row.id, field: 'name' };
  return {
    id: row.id,
    name: services.vault.open(dataKey, field, row.sealedName),
    documentKind: row.documentKind,
    mediaType: row.mediaType,
    size: row.size,
    scan: row.scan as ScanState,
    createdAt: row.createdAt.toISOString(),
    links: { self: `/api/v1/ta-requests/${row.requestId}/documents/${row.id}` },
  };
}
