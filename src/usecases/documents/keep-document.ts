import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { recordBeside } from '../requests/record-beside.js';
import type { RequestRow } from '../requests/request-row.js';
import type { KeptBytes } from './kept-bytes.js';

export interface DocumentToKeep {
  id: string;
  name: string;
  mediaType: string;
  documentKind: string;
  size: number;
  /** As of `HiddenDetails`. */
  details: string;
  /** In the store already; null: it carried a virus, and nothing is kept but that. */
  bytes: KeptBytes | null;
  scan: string;
  scanRound?: number;
  actor: string;
  onBehalfOf: string | null;
}

/** Writes the row of a document, its name under the request's own key, and into the audit. Its bytes are in the store. The caller has locked the request. */
export async function keepDocument(
  rec: Recording,
  { vault }: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  { id, name, bytes, scanRound = 1, actor, onBehalfOf, ...more }: DocumentToKeep,
): Promise<void> {
  await rec.tx.caseDocument.create({
    // Without this the whole file would come back.
    select: { id: true },
    data: {
      ...more,
      ...bytes,
      id,
      requestId: row.id,
      scanRound,
      sealedName: vault.seal(row.dataKey, { table: 'case_document', rowId: id, field: 'name' }, name),
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
