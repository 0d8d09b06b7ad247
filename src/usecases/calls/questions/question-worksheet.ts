import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import { WORKSHEET_FILE, WORKSHEET_KIND } from '../../../domain/worksheets/worksheet.schema.js';
import type { Transaction } from '../../../ports/database.js';
import type { RecordServices, Services } from '../../../ports/services.js';
import { beginScan, scanOfNew } from '../../documents/begin-scan.js';
import { keepDocument } from '../../documents/keep-document.js';
import { keepForDocument } from '../../documents/kept-bytes.js';
import type { Recording } from '../../recording.js';
import type { RequestRow } from '../../requests/request-row.js';
import { noteOtherReadings } from '../../security/note-readings.js';
import type { QuestionRow } from '../questions.js';
import { ownQuestion } from './own-question.js';

type Place = Pick<QuestionRow, 'id' | 'dataKey'>;
type Vaulted = Pick<RecordServices, 'vault'>;

const field = (rowId: string) => ({ table: 'call_question_worksheet', rowId, field: 'content' });

/** Keeps a copy (a PDF) with the question, in place of one that is there; null takes that one away. */
export async function putWorksheet(
  { tx, at }: Pick<Recording, 'tx' | 'at'>,
  { vault }: Vaulted,
  { id, dataKey }: Place,
  content: Buffer | null,
): Promise<void> {
  await tx.callQuestionWorksheet.deleteMany({ where: { questionId: id } });
  if (content === null) return;
  const sealed = vault.sealBytes(dataKey, field(id), content);
  const data = { questionId: id, sealed, size: content.length, addedAt: at };
  await tx.callQuestionWorksheet.create({ data, select: { questionId: true } });
}

/** It goes where its question goes, and stays nowhere else: sealed anew, for it is bound to its row. */
export async function moveWorksheet(
  tx: Transaction,
  { vault }: Vaulted,
  from: Place,
  to: Place,
): Promise<void> {
  const row = await tx.callQuestionWorksheet.findUnique({ where: { questionId: from.id } });
  if (!row) return;
  const content = Buffer.from(vault.openBytes(from.dataKey, field(from.id), row.sealed));
  await putWorksheet({ tx, at: row.addedAt }, { vault }, to, content);
  await tx.callQuestionWorksheet.deleteMany({ where: { questionId: from.id } });
}

/** The question has become a request: its worksheet is the first of that one's documents. */
export async function handOverWorksheet(
  rec: Recording,
  services: Vaulted & Pick<RecordServices, 'files' | 'scanner'>,
  question: Place,
  { request, actor, onBehalfOf }: { request: RequestRow; actor: string; onBehalfOf: string | null },
): Promise<void> {
  const row = await rec.tx.callQuestionWorksheet.findUnique({ where: { questionId: question.id } });
  if (!row) return;
  const { vault } = services;
  const id = randomUUID();
  const scan = scanOfNew(services);
  const content = vault.openBytes(question.dataKey, field(question.id), row.sealed);
  await keepDocument(rec, { vault }, request, {
    id,
    name: WORKSHEET_FILE,
    mediaType: 'application/pdf',
    documentKind: WORKSHEET_KIND,
    size: content.length,
    // The desk wrote it itself.
    details: 'none',
    bytes: await keepForDocument(services, { dataKey: request.dataKey, id, content }),
    scan,
    actor,
    onBehalfOf,
  });
  beginScan(rec, { id, scan, scanRound: 1 });
  await rec.tx.callQuestionWorksheet.deleteMany({ where: { questionId: question.id } });
}

/** Whether a question of one's own has one. */
export async function hasOwnWorksheet(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  questionId: string,
): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const own = { questionId, question: { personId: actor.id } };
  return (await db.callQuestionWorksheet.count({ where: own })) > 0;
}

/** Of these questions, which have one. */
export async function withWorksheet(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.callQuestionWorksheet.findMany({
    where: { questionId: { in: [...ids] } },
    select: { questionId: true },
  });
  return new Set(rows.map(({ questionId }) => questionId));
}

/** The copy, for whom the question's words are for. Reading it is written down first. Refuses `not-found`. */
export async function readQuestionWorksheet(
  services: Services,
  actor: Actor,
  ids: { callId: string; questionId: string },
): Promise<Result<Buffer>> {
  const found = await ownQuestion(services.db, actor, ids);
  if (!found.ok) return found;
  const { id, dataKey } = found.value;
  const row = await services.db.callQuestionWorksheet.findUnique({ where: { questionId: id } });
  if (!row) return refuse('no-such-document');
  await noteOtherReadings(services, actor, { owner: 'question', what: 'document', ids: [id] });
  return ok(Buffer.from(services.vault.openBytes(dataKey, field(id), row.sealed)));
}
