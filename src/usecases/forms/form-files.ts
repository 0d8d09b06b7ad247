import { createHash } from 'node:crypto';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { ScanState } from '../../domain/documents/scan-states.js';
import { LIMITS } from '../../domain/limits.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices, Services } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { withKey } from '../data-keys.js';
import { beginScan, scanOfNew } from '../documents/begin-scan.js';
import { checkFile, PER_REQUEST } from '../documents/check-file.js';
import { eraseFilesNow } from '../documents/erase-files.js';
import { withoutDetails } from '../documents/hidden-details.js';
import { keepDocument } from '../documents/keep-document.js';
import {
  type BytesOfRow,
  dropBytes,
  keepBytes,
  keepForDocument,
  sealedBytes,
} from '../documents/kept-bytes.js';
import { followingCommand } from '../following-command.js';
import type { Caller } from '../limits/caller.js';
import { spend } from '../limits/spend.js';
import { lockRows } from '../lock.js';
import { type Recording, recording } from '../recording.js';
import type { RequestRow } from '../requests/request-row.js';

/** A document of a form on its way. */
export interface FormFileView {
  id: string;
  name: string;
  documentKind: string;
}

/** What one form may hold: its confirmation seals all of it anew, in one transaction that others wait for. */
export const MOST_BYTES_OF_FORM = 50 * 1024 ** 2;

/** All that forms not yet confirmed may hold together: whoever proves nothing fills no disk. */
const MOST_BYTES_HELD = 5 * 1024 ** 3;

const field = (rowId: string, of: 'name' | 'content') => ({ table: 'form_file', rowId, field: of });

/** Whether a browser may send a file with its form: it has one on its way, and its network has not sent too many. */
export async function maySendFormFile(
  services: Services,
  draftId: string | null,
  { ref, times }: Caller,
): Promise<boolean> {
  if (draftId === null) return false;
  const draft = await services.db.formDraft.count({ where: { id: draftId, expiresAt: { gt: new Date() } } });
  if (draft === 0) return false;
  return (await spend(services, LIMITS.formFilesFromNetwork, ref, { times })).allowed;
}

/**
 * Keeps a document with a form on its way, sealed under a key of its own, its name too. The same file sent twice by one
 * form is one. Refuses what `addDocument` refuses of a file, `not-allowed-now`, `too-many-requests`.
 */
export async function addFormFile(
  services: Services,
  draftId: string,
  file: { name: string; content: Buffer; documentKind: string },
): Promise<Result<FormFileView>> {
  const checked = await checkFile(file);
  if (!checked.ok) return checked;
  const { name, mediaType } = checked.value;
  const { documentKind } = file;
  const { content, details } = withoutDetails(mediaType, file.content);
  const digest = createHash('sha256').update(file.content).digest('hex');
  const id = followingCommand(draftId, JSON.stringify([name, documentKind, digest]));
  const dataKey = services.vault.newDataKey('form_file');
  const bytes = await keepBytes(services, services.vault.sealBytes(dataKey, field(id, 'content'), content));
  let used = false;
  const added = await recording(services, async (rec): Promise<Result<FormFileView>> => {
    const { tx } = rec;
    const [draft] = await lockRows(tx)`SELECT id FROM form_draft WHERE id = ${draftId}::uuid FOR UPDATE`;
    if (!draft) return refuse('form-is-over');
    const view = { id, name, documentKind };
    if ((await tx.formFile.count({ where: { id } })) > 0) return ok(view);
    const own = await tx.formFile.aggregate({ where: { draftId }, _count: true, _sum: { size: true } });
    if (own._count >= PER_REQUEST) return refuse('too-many-documents', { most: PER_REQUEST });
    if ((own._sum.size ?? 0) + content.length > MOST_BYTES_OF_FORM) {
      return refuse('form-files-too-large', { megabytes: MOST_BYTES_OF_FORM / 1024 ** 2 });
    }
    const held = await tx.formFile.aggregate({ _sum: { size: true } });
    if ((held._sum.size ?? 0) + content.length > MOST_BYTES_HELD) return refuse('too-many-form-files');
    await tx.dataKey.create({ data: dataKey, select: { id: true } });
    await tx.formFile.create({
      select: { id: true },
      data: {
        id,
        draftId,
        documentKind,
        dataKeyId: dataKey.id,
        sealedName: services.vault.seal(dataKey, field(id, 'name'), name),
        ...bytes,
        mediaType,
        size: content.length,
        scan: scanOfNew(services),
        details,
        createdAt: services.clock.now(),
      },
    });
    used = true;
    beginScan(rec, { id, scan: scanOfNew(services), scanRound: 1 });
    return ok(view);
  });
  if (!used) await dropBytes(services, bytes);
  return added;
}

/** Where the documents of a form on its way stand with their scan for viruses. */
export async function formFileScans(
  { db }: Pick<Services, 'db'>,
  draftId: string,
): Promise<Map<string, ScanState>> {
  const rows = await db.formFile.findMany({ where: { draftId }, select: { id: true, scan: true } });
  return new Map(rows.map(({ id, scan }) => [id, scan as ScanState]));
}

/** Erases one; nothing happens when it is gone. */
export async function removeFormFile(
  services: Pick<Services, 'db' | 'files'>,
  draftId: string,
  id: string,
): Promise<void> {
  await services.db.formFile.deleteMany({ where: { id, draftId } });
  await eraseFilesNow(services);
}

/** Those whose form is sent without them: what it asks no more is not kept. */
export async function dropFormFiles(
  services: Pick<Services, 'db' | 'files'>,
  draftId: string,
): Promise<void> {
  await services.db.formFile.deleteMany({ where: { draftId } });
  await eraseFilesNow(services);
}

/** The form waits for its confirmation, and its documents with it. */
export async function holdFormFiles(tx: Transaction, draftId: string, submissionId: string): Promise<void> {
  await tx.formFile.updateMany({ where: { draftId }, data: { draftId: null, submissionId } });
}

/** Names of the documents that wait with a form for its confirmation, in the order they were sent. */
export async function heldFileNames(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  submissionId: string,
): Promise<string[]> {
  const rows = await db.formFile.findMany({
    where: { submissionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { sealed: true },
    include: withKey,
  });
  return rows.map(({ id, dataKey, sealedName }) => vault.open(dataKey, field(id, 'name'), sealedName));
}

/** The form became a request, and its documents the request's, sealed with its key; told as added with it. */
export async function attachFormFiles(
  rec: Recording,
  services: Pick<RecordServices, 'vault' | 'files'>,
  row: RequestRow,
  { of, actor, onBehalfOf }: { of: Prisma.FormFileWhereInput; actor: string; onBehalfOf: string | null },
): Promise<void> {
  const { tx } = rec;
  const { vault } = services;
  const order: Prisma.FormFileOrderByWithRelationInput[] = [{ createdAt: 'asc' }, { id: 'asc' }];
  const files = await tx.formFile.findMany({ where: of, orderBy: order, select: { id: true } });
  // One by one: together they may be large.
  for (const { id } of files) {
    // Whoever finds out meanwhile what is in it waits, and then writes it to the document.
    await lockRows(tx)`SELECT id FROM form_file WHERE id = ${id}::uuid FOR UPDATE`;
    const file = await tx.formFile.findUniqueOrThrow({ where: { id }, include: withKey });
    const name = vault.open(file.dataKey, field(id, 'name'), file.sealedName);
    const { mediaType, documentKind, size, scan, scanRound, details } = file;
    const bytes = scan === 'infected' ? null : await sealedAnew(file);
    await keepDocument(rec, { vault }, row, {
      id,
      name,
      mediaType,
      documentKind,
      size,
      bytes,
      scan,
      scanRound,
      details,
      actor,
      onBehalfOf,
    });
    await tx.formFile.delete({ where: { id }, select: { id: true } });
  }

  /** Under the request's key, in the store: read with its form's key for the last time. */
  async function sealedAnew(file: BytesOfRow & { id: string; dataKey: DataKey }) {
    const sealed = await sealedBytes(services, file);
    const content = vault.openBytes(file.dataKey, field(file.id, 'content'), sealed);
    return keepForDocument(services, { dataKey: row.dataKey, id: file.id, content });
  }
}
