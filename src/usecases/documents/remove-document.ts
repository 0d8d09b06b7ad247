import { type Actor, actorRef } from '../../domain/people/actor.js';
import { isOpen, type RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { forgetAnswers } from '../idempotency/forget-answers.js';
import { recording } from '../recording.js';
import { recordBeside } from '../requests/record-beside.js';
import { lockRequest } from '../requests/request-row.js';
import { actsForRequester } from '../requests/visible-request.js';
import { eraseScans } from './begin-scan.js';
import { eraseFilesNow } from './erase-files.js';
import { ownRequest } from './own-request.js';

/**
 * Erases a document, name and content, and says so in the timeline, in one transaction: it needs no engine, and
 * nothing can come between. Refuses `not-allowed-now` (answered, or ended), `not-found`, `forbidden` (a supervisor).
 */
export async function removeDocument(
  services: Services,
  actor: Actor,
  { id, documentId }: { id: string; documentId: string },
): Promise<Result<null>> {
  const found = await ownRequest(services, actor, id);
  if (!found.ok) return found;
  const { onBehalfOf } = actsForRequester(actor, found.value);
  const removed = await recording(services, async (rec) => {
    const { tx } = rec;
    const row = await lockRequest(tx, found.value.id);
    const document = { id: documentId, requestId: found.value.id };
    if (!row || (await tx.caseDocument.count({ where: document })) === 0) {
      return refuse('no-such-document');
    }
    if (!isOpen(row.status as RequestStatus)) {
      return refuse('documents-until-answered');
    }
    await eraseScans(
      rec,
      await tx.caseDocument.findMany({ where: document, select: { id: true, scan: true, scanRound: true } }),
    );
    await tx.caseDocument.deleteMany({ where: document });
    await forgetAnswers(tx, `/api/v1/ta-requests/${found.value.id}/documents`);
    await recordBeside(rec, row, {
      type: 'document-removed',
      at: rec.at,
      actor: actorRef(actor),
      onBehalfOf,
      data: { documentId },
      about: { documentId },
    });
    return ok(null);
  });
  if (removed.ok) await eraseFilesNow(services);
  return removed;
}
