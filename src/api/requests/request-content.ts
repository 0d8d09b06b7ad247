import type { Services } from '../../activities/ports.js';
import { type Actor, isStaff } from '../../domain/people/actor.js';
import { inExchange } from '../../domain/requests/case-texts.js';
import type { CorrespondenceFrom } from '../../domain/requests/correspondence.js';
import { ok, type Result } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import { openCaseText } from '../../records/requests/case-text.js';
import { reviewedDraft } from '../../records/requests/drafts.js';
import { whoWrote } from './correspondence/who-wrote.js';
import { logAccess, namesOf } from './read-request.js';
import { visibleRequest } from './visible-request.js';

export interface ContentEntry {
  field: string;
  body: string;
  author: { kind: string; name: string | null };
  from: CorrespondenceFrom;
  at: Instant;
}

export interface DocumentEntry {
  id: string;
  documentKind: string;
  name: string;
  mediaType: string;
  size: number;
  at: Instant;
}

export interface RequestContent {
  facts: string;
  questions: string;
  clientAlias: string | null;
  /** Oldest first: what `case-texts.ts` gives this reader of questions, answers, reasons and notes. */
  threads: ContentEntry[];
  /** Staff only. */
  draft: ContentEntry | null;
  documents: DocumentEntry[];
}

/** The case's words, for those who may see them. Each reading is logged. */
export async function requestContent(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<RequestContent>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const staff = isStaff(actor);
  const texts = await services.db.caseText.findMany({
    where: { requestId: id, status: 'effective' },
    orderBy: { createdAt: 'asc' },
  });
  const names = await namesOf(
    services,
    texts.map((text) => text.author),
  );
  const entry = (text: (typeof texts)[number]): ContentEntry => ({
    field: text.field,
    body: openCaseText(services, row, text),
    author: {
      kind: text.author.split(':')[0] ?? 'system',
      name: staff ? (names.get(text.author) ?? null) : null,
    },
    from: whoWrote(row, text),
    at: text.createdAt.toISOString(),
  });
  const last = (field: string) => texts.filter((text) => text.field === field).at(-1);
  const body = (field: string) => {
    const text = last(field);
    return text ? openCaseText(services, row, text) : null;
  };
  const reviewed = reviewedDraft(row);
  const draft = staff ? (texts.find(({ id }) => id === reviewed) ?? last('draft')) : undefined;
  const documents = await services.db.caseDocument.findMany({
    where: { requestId: id },
    orderBy: { createdAt: 'asc' },
    select: { id: true, documentKind: true, sealedName: true, mediaType: true, size: true, createdAt: true },
  });
  await logAccess(services, actor, id, 'request');
  return ok({
    facts: body('facts') ?? '',
    questions: body('questions') ?? '',
    clientAlias: body('client-alias'),
    threads: texts.filter((text) => inExchange(text.field, { staff })).map(entry),
    draft: draft ? entry(draft) : null,
    documents: documents.map((document) => ({
      id: document.id,
      documentKind: document.documentKind,
      name: services.vault.open(
        row.dataKey,
        { table: 'case_document', rowId: document.id, field: 'name' },
        document.sealedName,
      ),
      mediaType: document.mediaType,
      size: document.size,
      at: document.createdAt.toISOString(),
    })),
  });
}
