import type { ExportedCase } from '../../domain/exports/exported-case.js';
import type { Actor } from '../../domain/people/actor.js';
import type { ReleasePart } from '../../domain/releases/release-scope.js';
import { fieldsInExchange } from '../../domain/requests/case-texts.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { listDocuments, readDocument } from '../documents/read-documents.js';
import { requestResponse } from '../requests/read-request.js';
import { requestContent } from '../requests/request-content.js';
import { visibleRequest } from '../requests/visible-request.js';

/**
 * What of a request goes into a file: never more than the requester could read themself, so no notes, drafts or names behind
 * them, and of that the parts named. Each reading is noted, as any.
 */
export async function readExportedCase(
  services: Services,
  actor: Actor,
  { requestId, parts }: { requestId: string; parts: readonly ReleasePart[] },
): Promise<Result<ExportedCase>> {
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const row = found.value;
  const content = await requestContent(services, actor, requestId);
  if (!content.ok) return content;
  const { facts, questions, clientAlias, threads } = content.value;
  const takes = (part: ReleasePart) => parts.includes(part);
  const outside = new Set<string>(fieldsInExchange({ staff: false }));
  const response = takes('answer') ? await requestResponse(services, actor, requestId) : null;
  return ok({
    reference: row.reference,
    receivedAt: row.receivedAt.toISOString(),
    parts,
    contact: takes('contact')
      ? { name: row.requesterName, email: row.requesterEmail, organization: row.organizationName }
      : null,
    question: takes('question') ? { clientAlias, facts, questions } : null,
    documents: takes('documents') ? await documentsOf(services, actor, requestId) : null,
    answer: response?.ok ? response.value : null,
    letters: takes('letters')
      ? threads
          .filter(({ field }) => outside.has(field))
          .map(({ field, from, at, body }) => ({ field, from, at, body }))
      : null,
  });
}

async function documentsOf(services: Services, actor: Actor, id: string) {
  const listed = await listDocuments(services, actor, id);
  const documents = [];
  for (const { id: documentId } of listed.ok ? listed.value : []) {
    const read = await readDocument(services, actor, { id, documentId });
    if (!read.ok) continue;
    const { view, content } = read.value;
    const { name, documentKind, mediaType, createdAt } = view;
    documents.push({ name, documentKind, mediaType, at: createdAt, content });
  }
  return documents;
}
