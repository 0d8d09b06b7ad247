import type { ScanState } from '../../domain/documents/scan-states.js';
import { type Actor, isStaff } from '../../domain/people/actor.js';
import { fieldsInExchange } from '../../domain/requests/case-texts.js';
import type { CorrespondenceFrom } from '../../domain/requests/correspondence.js';
import { fieldOfReason } from '../../domain/requests/older-reason.js';
import { ok, type Result } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import type { HiddenDetails } from '../documents/hidden-details.js';
import { openCaseText } from './case-text.js';
import { whoWrote } from './correspondence/who-wrote.js';
import { followUpDraft, reviewedDraft } from './drafts.js';
import { mentionsRead } from './mentions.js';
import { logAccess, namesOf } from './read-request.js';
import type { RequestRow } from './request-row.js';
import { visibleRequest } from './visible-request.js';

export interface ContentEntry {
  field: string;
  body: string;
  /** `id` and name: for staff. */
  author: { kind: string; id: string | null; name: string | null };
  from: CorrespondenceFrom;
  at: Instant;
}

export interface DocumentEntry {
  id: string;
  documentKind: string;
  name: string;
  mediaType: string;
  size: number;
  scan: ScanState;
  /** As of `HiddenDetails`. */
  details: HiddenDetails;
  at: Instant;
}

export interface RequestContent {
  facts: string;
  questions: string;
  clientAlias: string | null;
  /** Oldest first, the newest thousand: what `case-texts.ts` gives this reader of questions, answers, reasons and notes. */
  threads: ContentEntry[];
  /** Staff only. */
  draft: ContentEntry | null;
  documents: DocumentEntry[];
}

const MOST_SHOWN = 1_000;

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
  const effective = { requestId: id, status: 'effective' };
  const sent = await services.db.caseText.findMany({
    where: { ...effective, field: { in: ['facts', 'questions', 'client-alias'] } },
    orderBy: { createdAt: 'asc' },
  });
  const latest = await services.db.caseText.findMany({
    where: { ...effective, field: { in: [...new Set([...fieldsInExchange({ staff }), 'reason'])] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
  });
  const exchange = await inItsExchange(services, id, latest.reverse(), { staff });
  const draft = staff ? await shownDraft(services, row) : null;
  const names = await namesOf(
    services,
    [...exchange, ...(draft ? [draft] : [])].map((text) => text.author),
  );
  const entry = (text: (typeof sent)[number] & { readAs?: string }): ContentEntry => ({
    field: text.readAs ?? text.field,
    body: openCaseText(services, row, text),
    author: {
      kind: text.author.split(':')[0] ?? 'system',
      id: staff ? (text.author.split(':')[1] ?? null) : null,
      name: staff ? (names.get(text.author) ?? null) : null,
    },
    from: whoWrote(row, text),
    at: text.createdAt.toISOString(),
  });
  const body = (field: string) => {
    const text = sent.filter((one) => one.field === field).at(-1);
    return text ? openCaseText(services, row, text) : null;
  };
  const documents = await services.db.caseDocument.findMany({
    where: { requestId: id },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      documentKind: true,
      sealedName: true,
      mediaType: true,
      size: true,
      scan: true,
      details: true,
      createdAt: true,
    },
  });
  await logAccess(services, actor, id, 'request');
  await mentionsRead(services, actor, id);
  return ok({
    facts: body('facts') ?? '',
    questions: body('questions') ?? '',
    clientAlias: body('client-alias'),
    threads: exchange.map(entry),
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
      scan: document.scan as ScanState,
      details: document.details as HiddenDetails,
      at: document.createdAt.toISOString(),
    })),
  });
}

/** The draft under review, whatever was written since; else the last one. */
async function shownDraft({ db }: Services, row: RequestRow) {
  if (row.status === 'responded') return followUpDraft(db, row);
  const reviewed = reviewedDraft(row);
  const drafts = { requestId: row.id, status: 'effective' };
  const submitted = reviewed && (await db.caseText.findFirst({ where: { ...drafts, id: reviewed } }));
  return (
    submitted ||
    db.caseText.findFirst({ where: { ...drafts, field: 'draft' }, orderBy: { createdAt: 'desc' } })
  );
}

/** What this reader sees of it. Reasons of before are read as what they would be today. */
async function inItsExchange<T extends { field: string; author: string; createdAt: Date }>(
  services: Services,
  requestId: string,
  texts: T[],
  reader: { staff: boolean },
): Promise<(T & { readAs: string })[]> {
  const old = texts.some(({ field }) => field === 'reason');
  const events = old
    ? await services.db.processEvent.findMany({ where: { requestId }, orderBy: { id: 'asc' } })
    : [];
  const seen: readonly string[] = fieldsInExchange(reader);
  const read = texts.map((text) => ({
    ...text,
    readAs:
      text.field === 'reason'
        ? fieldOfReason({ author: text.author, at: text.createdAt }, events)
        : text.field,
  }));
  return read.filter(({ readAs }) => seen.includes(readAs));
}
