import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { recordBeside } from '../requests/record-beside.js';
import type { RequestRow } from '../requests/request-row.js';
import { GONE } from './gone.js';

export interface DocumentToKeep {
  id: string;
  name: string;
  mediaType: string;
  documentKind: string;
  content: Buffer;
  /** Of one that was infected nothing is kept but that. */
  scan: string;
  scanRound?: number;
  /** Where `content` is none. */
  size?: number;
  actor: string;
  onBehalfOf: string | null;
}

/** Writes a document under its request's own key, its name too, and into the audit. The caller has locked the request. */
export async function keepDocument(
  rec: Recording,
  { vault }: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  { id, name, mediaType, documentKind, content, scan, actor, onBehalfOf, ...more }: DocumentToKeep,
): Promise<void> {
  const field = (of: string) => ({ table: 'case_document', rowId: id, field: of });
  await rec.tx.caseDocument.create({
    // Without this the whole file would come back.
    select: { id: true },
    data: {
      id,
      requestId: row.id,
      documentKind,
      mediaType,
      size: more.size ?? content.length,
      scan,
      scanRound: more.scanRound ?? 1,
      sealedName: vault.seal(row.dataKey, field('name'), name),
      sealed: scan === 'infected' ? GONE : vault.sealBytes(row.dataKey, field('content'), content),
      uploadedBy: actor,
      createdAt: rec.at,
    },
  });
  await recordBeside(rec, row, {
    type: 'document-added',
    at: rec.at,
    actor,
    onBehalfOf,
    data: { documentId: id },
    about: { documentId: id },
  });
}
