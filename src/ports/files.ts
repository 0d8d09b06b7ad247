export type FilesFault = 'missing' | 'damaged' | 'away';

/** `missing`: there is no such file; `damaged`: it is another than was kept. `away`: try again later. Its message is a code. */
export class FilesError extends Error {
  override readonly name = 'FilesError';
  constructor(readonly fault: FilesFault) {
    super(`the store of documents: ${fault}`);
  }
}

/** Sealed bytes outside the database, under opaque keys (uuids). Every call throws FilesError where it can't be done. */
export interface Files {
  readonly kind: 'folder' | 's3';
  /** Whole or not at all; kept for good once it returns. Nothing is ever written over. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  /** One that is gone is nothing to do. */
  remove(key: string): Promise<void>;
  /** All of them, in any order, with when they were written by the store's own clock. */
  list(): AsyncIterable<{ key: string; writtenAt: Date }>;
}
