/** Row and field a sealed text belongs to; bound as additional authenticated data. */
export interface SealedField {
  table: string;
  rowId: string;
  field: string;
}

/** A data key as its row has it, wrapped by the key ring. `wrapped` is null once it was destroyed. */
export interface DataKey {
  /** Bytes, or as PostgreSQL writes them in JSON. */
  wrapped: Uint8Array | string | null;
}

/** A fresh one: the row to store with whatever it belongs to. */
export interface NewDataKey extends DataKey {
  id: string;
  /** The table of the row it belongs to. */
  belongsTo: string;
  wrapped: Uint8Array<ArrayBuffer>;
  /** The key of the ring that wraps it. */
  keyId: string;
}

/** Encrypts free text. A data key belongs to one case and is stored in a table of its own, wrapped by the key ring. */
export interface Vault {
  /** Ids of the ring's keys; the first wraps what is new. */
  readonly keyIds: readonly string[];
  /** The same data key under the ring's first key. Throws VaultError. */
  rewrap(key: DataKey): Pick<NewDataKey, 'wrapped' | 'keyId'>;
  /** A fresh data key, wrapped: store it with the row of that table. */
  newDataKey(belongsTo: string): NewDataKey;
  seal(key: DataKey, field: SealedField, text: string): Uint8Array<ArrayBuffer>;
  /** Throws VaultError when the key is unknown or destroyed, or the bytes were moved or changed. */
  open(key: DataKey, field: SealedField, sealed: Uint8Array): string;
  sealBytes(key: DataKey, field: SealedField, bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  openBytes(key: DataKey, field: SealedField, sealed: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Keyed digest (hex) for equality checks on sealed text; purpose separates uses. */
  fingerprint(purpose: string, text: string): string;
  /** For each text a number of 32 bits that only who has this data key can tell. Throws VaultError. */
  keyedNumbers(key: DataKey, purpose: string, texts: readonly string[]): Uint32Array;
}
