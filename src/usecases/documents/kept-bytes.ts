import { createHash, randomUUID } from 'node:crypto';
import { FilesError } from '../../ports/files.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { GONE } from './gone.js';

type Stored = Pick<RecordServices, 'files'>;

/** Where the sealed bytes of a document are: in the store under a key, or in its row, as they were once. */
export interface BytesOfRow {
  fileKey: string | null;
  fileDigest: Uint8Array | null;
  sealed: Uint8Array | null;
}

/** What a row says of bytes in the store. The digest is of what is sealed: it tells nothing of what is in it. */
export interface KeptBytes {
  fileKey: string;
  fileDigest: Uint8Array<ArrayBuffer>;
}

const digestOf = (sealed: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(sealed).digest());

/** Puts sealed bytes into the store: before their row is written, so that none is without its file. */
export async function keepBytes({ files }: Stored, sealed: Uint8Array): Promise<KeptBytes> {
  const fileKey = randomUUID();
  await files.put(fileKey, sealed);
  return { fileKey, fileDigest: digestOf(sealed) };
}

/** The same of a request's document, sealed with the request's key. */
export function keepForDocument(
  services: Pick<RecordServices, 'files' | 'vault'>,
  { dataKey, id, content }: { dataKey: DataKey; id: string; content: Uint8Array },
): Promise<KeptBytes> {
  const field = { table: 'case_document', rowId: id, field: 'content' };
  return keepBytes(services, services.vault.sealBytes(dataKey, field, content));
}

/** @throws FilesError `missing`: nowhere, `damaged`: other than they were kept. */
export async function sealedBytes({ files }: Stored, row: BytesOfRow): Promise<Uint8Array> {
  if (row.fileKey === null) return row.sealed ?? GONE;
  const sealed = await files.get(row.fileKey);
  if (!Buffer.from(digestOf(sealed)).equals(row.fileDigest ?? GONE)) throw new FilesError('damaged');
  return sealed;
}

/** Of a row that was never written. What can't be done now, the daily sweep does. */
export async function dropBytes({ files }: Stored, { fileKey }: KeptBytes): Promise<void> {
  await files.remove(fileKey).catch(() => undefined);
}
