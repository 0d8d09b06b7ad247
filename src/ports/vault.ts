/** Row and field a sealed text belongs to; bound as additional authenticated data. */
export interface SealedField {
  table: string;
  rowId: string;
  field: string;
}

/** Encrypts free text. A data key belongs to one case and is stored wrapped by the key ring. */
export interface Vault {
  /** A fresh data key, wrapped: store it with the case. */
  newDataKey(): Uint8Array<ArrayBuffer>;
  seal(wrappedKey: Uint8Array, field: SealedField, text: string): Uint8Array<ArrayBuffer>;
  /** Throws VaultError when the key is unknown or the bytes were moved or changed. */
  open(wrappedKey: Uint8Array, field: SealedField, sealed: Uint8Array): string;
  sealBytes(wrappedKey: Uint8Array, field: SealedField, bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  openBytes(wrappedKey: Uint8Array, field: SealedField, sealed: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Keyed digest (hex) for equality checks on sealed text; purpose separates uses. */
  fingerprint(purpose: string, text: string): string;
  /** For each text a number of 32 bits that only who has this data key can tell. Throws VaultError. */
  keyedNumbers(wrappedKey: Uint8Array, purpose: string, texts: readonly string[]): Uint32Array;
}
