import { createHash, randomUUID } from 'node:crypto';
import type { ScanState } from '../../domain/documents/scan-states.js';
import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { becomesByDocument } from '../../domain/requests/intake.js';
import { isOpen, type RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { followingCommand } from '../following-command.js';
import { tooOften } from '../limits/too-often.js';
import { type Recording, recording } from '../recording.js';
import { lockRequest, type RequestRow } from '../requests/request-row.js';
import { tellRequest } from '../requests/tell-request.js';
import { actsForRequester } from '../requests/visible-request.js';
import { beginScan, scanOfNew } from './begin-scan.js';
import { checkFile, PER_REQUEST } from './check-file.js';
import type { DocumentView } from './document.schema.js';
import { withoutDetails } from './hidden-details.js';
import { keepDocument } from './keep-document.js';
import { dropBytes, keepForDocument } from './kept-bytes.js';
import { ownRequest } from './own-request.js';

export interface SentFile {
  name: string;
  content: Buffer;
  documentKind?: string;
  /** The same form sent twice is one document. */
  commandId?: string;
}

/**
 * Keeps a document with its request, sealed with the request's own key, its name too.
 * Refuses `unsupported-file`, `invalid` (empty), `not-allowed-now` (ended, or twenty are there),
 * `too-many-requests`, `not-found`.
 */
export async function addDocument(
  services: Services,
  actor: Actor,
  id: string,
  file: SentFile,
): Promise<Result<DocumentView>> {
  const found = await ownRequest(services, actor, id);
  if (!found.ok) return found;
  const checked = await checkFile(file);
  if (!checked.ok) return checked;
  const { name, mediaType } = checked.value;
  const { onBehalfOf } = actsForRequester(actor, found.value);
  const documentId = idOf(found.value.id, file);
  const { dataKey } = found.value;
  const { content, details } = withoutDetails(mediaType, file.content);
  const bytes = await keepForDocument(services, { dataKey, id: documentId, content });
  let used = false;
  const added = await recording(services, async (rec) => {
    const { tx } = rec;
    const row = await lockRequest(tx, found.value.id);
    if (!row) return refuse('no-such-request');
    const documentKind = file.documentKind ?? row.documentKind ?? 'other-document';
    const view = ({ createdAt, scan }: { createdAt: Date; scan: string }): DocumentView => ({
      id: documentId,
      name,
      documentKind,
      mediaType,
      size: content.length,
      scan: scan as ScanState,
      createdAt: createdAt.toISOString(),
      links: { self: `/api/v1/ta-requests/${row.id}/documents/${documentId}` },
    });
    const known = await tx.caseDocument.findUnique({
      where: { id: documentId },
      select: { createdAt: true, scan: true },
    });
    if (known) return ok(view(known));
    if (!isOpen(row.status as RequestStatus)) {
      return refuse('documents-while-open');
    }
    if ((await tx.caseDocument.count({ where: { requestId: row.id } })) >= PER_REQUEST) {
      return refuse('too-many-documents', { most: PER_REQUEST });
    }
    const often = await tooOften({ ...services, db: tx }, actor, LIMITS.documents, row.id);
    if (often) return often;
    await keepDocument(rec, services, row, {
      id: documentId,
      name,
      mediaType,
      documentKind,
      size: content.length,
      details,
      bytes,
      scan: scanOfNew(services),
      actor: actorRef(actor),
      onBehalfOf,
    });
    used = true;
    await tellOfWorksheet(rec, services, row, documentKind);
    beginScan(rec, { id: documentId, scan: scanOfNew(services), scanRound: 1 });
    return ok(view({ createdAt: rec.at, scan: scanOfNew(services) }));
  });
  if (!used) await dropBytes(services, bytes);
  return added;
}

/** The program's way of asking for an analysis: "another document" to review, with the worksheet attached. */
async function tellOfWorksheet(
  rec: Recording,
  services: Services,
  row: RequestRow,
  attached: string,
): Promise<void> {
  const program = await services.programs.byVersion(rec.tx, row.programVersionId);
  const becomes = becomesByDocument(row, attached, program);
  if (!becomes) return;
  const { kind, documentKind, missing, tVisaRelated } = becomes;
  rec.behind.set(row.id, { tVisaRelated });
  const at = rec.at.toISOString();
  tellRequest(rec, row, { v: 1, kind: 'worksheet-attached', requestKind: kind, documentKind, missing, at });
}

/** Another file from the same form, gone back to, is another document. */
function idOf(requestId: string, { commandId, name, content, documentKind }: SentFile): string {
  if (commandId === undefined) return randomUUID();
  const digest = createHash('sha256').update(content).digest('hex');
  return followingCommand(commandId, JSON.stringify([requestId, name, documentKind ?? null, digest]));
}
