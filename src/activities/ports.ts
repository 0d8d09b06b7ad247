/** What activities and use cases need from the outside. Adapters implement these; only wiring files choose. */

/** Business time. In rehearsal it is the simulated clock. */
export interface Clock {
  now(): Date;
}

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
}

/** A rendered mail. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Outcome of one delivery attempt. `unknown` = the server may or may not have taken it. */
export type MailAttempt =
  | { outcome: 'sent' }
  | { outcome: 'rejected'; code: string }
  | { outcome: 'retry'; code: string }
  | { outcome: 'unknown'; code: string };

export interface OutgoingMail extends RenderedMail {
  messageId: string;
  from: string;
  to: string[];
  cc: string[];
  headers?: Record<string, string>;
}

/** Hands one mail to a transport. `immediate` transports (the development outbox) need no workflow. */
export interface MailTransport {
  readonly kind: 'smtp' | 'outbox';
  send(mail: OutgoingMail): Promise<MailAttempt>;
}
