import type { Prisma, PrismaClient } from '../adapters/database/generated/client.js';
import type { Program } from '../domain/program/program.schema.js';
import type { ContactPolling, Contacts, Meetings } from './call-ports.js';

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
  /** Of mail to a list: how to leave it. */
  headers?: Record<string, string>;
}

/** Outcome of one delivery attempt. `unknown` = the server may or may not have taken it. */
export type MailAttempt =
  | { outcome: 'sent' }
  /** `badAddress`: whatever is sent there would come back. */
  | { outcome: 'rejected'; code: string; badAddress?: boolean }
  | { outcome: 'retry'; code: string }
  | { outcome: 'unknown'; code: string };

export interface OutgoingMail extends RenderedMail {
  messageId: string;
  from: string;
  to: string[];
  cc: string[];
}

/** Hands one mail to a transport. `immediate` transports (the development outbox) need no workflow. */
export interface MailTransport {
  readonly kind: 'smtp' | 'outbox';
  send(mail: OutgoingMail): Promise<MailAttempt>;
}

/** The Prisma client, as a type only: who may query what is the use cases' business. */
export type Database = PrismaClient;
/** A client inside `db.$transaction`. */
export type Transaction = Prisma.TransactionClient;

/** A program as accepted at a start; `id` is the version a request is pinned to. */
export interface LoadedProgram {
  versionId: string;
  program: Program;
}

export interface Programs {
  current(): LoadedProgram;
  /** The program a request was accepted under; cached. */
  byVersion(db: Transaction, versionId: string): Promise<Program>;
}

/** Delivers outbox rows to Temporal now; what fails stays for the relay. Never throws. */
export interface Relay {
  kick(workflowIds: string[]): Promise<void>;
}

/** Outcome of asking a workflow to decide. Refusals come from the synchronous validator. */
export type UpdateOutcome =
  | { outcome: 'done'; result: { seq: number } }
  | { outcome: 'refused'; code: string; detail: string }
  | { outcome: 'unavailable' }
  | { outcome: 'ended' };

/** The engine, as use cases see it. */
export interface Processes {
  /** Update `decide` of a running process; completes when its event is committed. */
  decide<Command extends { commandId: string }>(workflowId: string, command: Command): Promise<UpdateOutcome>;
  /**
   * Update `mend`: what could not be recorded is tried again, from the database's state if that is further.
   * `held`: still not possible.
   */
  mend(workflowId: string, state: object | null): Promise<'mended' | 'held' | 'ended' | 'unavailable'>;
  ready(): Promise<boolean>;
  /** Whether a workflow runs; `missing` = Temporal never heard of it, or lost it. */
  stateOf(workflowId: string): Promise<'running' | 'ended' | 'missing' | 'unavailable'>;
}

/** Structured log; ids and codes only. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** What records (shared transactions) and activities need. */
export interface RecordServices {
  db: Database;
  vault: Vault;
  clock: Clock;
  programs: Programs;
  relay: Relay;
  /** `pace` resolves when one more mail of a batch may leave; absent: at once. */
  mail: { transport: MailTransport; from: string; pace?: () => Promise<void> };
  appUrl: string;
  log: Log;
  /** Where "send me email updates" is kept, if not here; absent: our own subscriptions. */
  contacts?: Pick<Contacts, 'kind' | 'mayMail'> & Partial<Contacts>;
  /** With contacts kept elsewhere: how often changes there are asked for. */
  contactPolling?: ContactPolling;
  /** Absent where only a manual link is used; whole where `kind` says `zoom`. */
  meetings?: Pick<Meetings, 'readReport'> & Partial<Meetings>;
}

/** What the API's use cases need. */
export interface Services extends RecordServices {
  processes: Processes;
}
