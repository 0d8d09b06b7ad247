import { randomUUID } from 'node:crypto';
import type { CaseField } from '../../domain/requests/case-texts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { followingCommand } from '../following-command.js';
import { NeverRecorded } from '../never-recorded.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';
import { insertOf } from '../write-behind.js';

interface Case {
  id: string;
  dataKey: DataKey;
}

interface TextToWrite {
  /** Its id, where it has to be known before it is written. */
  id?: string | undefined;
  request: Case;
  field: CaseField;
  text: string;
  author: string;
  at: Date;
}

/**
 * Seals what a command brings, pending. A double click finds what the first left; sent again after a failure, perhaps
 * with other words, the last ones count.
 */
export async function keepPending(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  {
    texts,
    ...told
  }: Omit<TextToWrite, 'id' | 'field' | 'text'> & {
    commandId: string;
    texts: Pick<TextToWrite, 'id' | 'field' | 'text'>[];
  },
): Promise<void> {
  const rows = texts.map((text) => sealed(services, { ...told, ...text }));
  await tx.$executeRaw`${insertOf('caseText', rows)}
    ON CONFLICT (request_id, update_id, field) DO UPDATE
    SET id = excluded.id, author = excluded.author, sealed = excluded.sealed, created_at = excluded.created_at
    WHERE case_text.status = 'pending'`;
}

/** A text that counts at once, written with what the transaction writes last. The same command's is there already. */
export function addCaseText(
  { behind }: Recording,
  services: Pick<RecordServices, 'vault'>,
  text: TextToWrite & { commandId?: string },
): WrittenText {
  const row = { ...sealed(services, text), status: 'effective' };
  behind.insert('caseText', row);
  return row;
}

/** The id of the draft that a command brings: the command names it, and a repeat of it finds the same. */
export const draftIdOf = (requestId: string, commandId: string): string =>
  followingCommand(commandId, `draft:${requestId}`);

/** What is said of a text beside its words. */
export interface WrittenText {
  id: string;
  createdAt: Date;
  author: string;
}

function sealed(
  { vault }: Pick<RecordServices, 'vault'>,
  { id = randomUUID(), request, field, text, author, at, commandId }: TextToWrite & { commandId?: string },
) {
  return {
    id,
    requestId: request.id,
    field,
    status: commandId ? 'pending' : 'effective',
    updateId: commandId ?? null,
    author,
    sealed: vault.seal(request.dataKey, { table: 'case_text', rowId: id, field }, text),
    createdAt: at,
  };
}

/** Opens sealed texts. Callers log the access. */
export function openCaseText(
  services: Pick<RecordServices, 'vault'>,
  request: Case,
  row: { id: string; field: string; sealed: Uint8Array },
): string {
  return services.vault.open(
    request.dataKey,
    { table: 'case_text', rowId: row.id, field: row.field },
    row.sealed,
  );
}

/**
 * The pending JSON of a command; null where it brought none. `required`: a command that always brings some, so that
 * one refused meanwhile is not taken for one that says "none".
 * @throws NeverRecorded `cannot-record` when a required one is gone
 */
export async function pendingJson<T>(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  request: Case,
  commandId: string,
  field: CaseField,
  { required = false } = {},
): Promise<T | null> {
  const row = await tx.caseText.findFirst({ where: { requestId: request.id, updateId: commandId, field } });
  if (!row && required) throw new NeverRecorded('cannot-record');
  return row ? (JSON.parse(openCaseText(services, request, row)) as T) : null;
}

/** With its event recorded, a command's text counts. */
export function makeEffective({ behind }: Recording, requestId: string, commandId: string): void {
  behind.also(sql`UPDATE case_text SET status = 'effective'
    WHERE request_id = ${requestId}::uuid AND update_id = ${commandId} AND status = 'pending'`);
}

/** A refused command leaves no text behind. */
export async function dropPending(tx: Transaction, requestId: string, commandId: string): Promise<void> {
  await tx.caseText.deleteMany({ where: { requestId, updateId: commandId, status: 'pending' } });
}
