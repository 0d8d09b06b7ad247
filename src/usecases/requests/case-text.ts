import { randomUUID } from 'node:crypto';
import type { CaseField } from '../../domain/requests/case-texts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { NeverRecorded } from '../never-recorded.js';

interface Case {
  id: string;
  dataKey: Uint8Array;
}

/** Seals one text of a case. `pending` under a command id until its event is recorded. */
export async function writeCaseText(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  text: { request: Case; field: CaseField; text: string; author: string; at: Date; commandId?: string },
): Promise<void> {
  const id = randomUUID();
  if (text.commandId) {
    // Sent again after a failure, perhaps with other words: the last ones count.
    await tx.caseText.deleteMany({
      where: { requestId: text.request.id, updateId: text.commandId, field: text.field, status: 'pending' },
    });
  }
  await tx.caseText.createMany({
    // The same command sent again: its text is there already.
    skipDuplicates: true,
    data: [
      {
        id,
        requestId: text.request.id,
        field: text.field,
        status: text.commandId ? 'pending' : 'effective',
        updateId: text.commandId ?? null,
        author: text.author,
        sealed: services.vault.seal(
          text.request.dataKey,
          { table: 'case_text', rowId: id, field: text.field },
          text.text,
        ),
        createdAt: text.at,
      },
    ],
  });
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
export async function makeEffective(tx: Transaction, requestId: string, commandId: string): Promise<void> {
  await tx.caseText.updateMany({
    where: { requestId, updateId: commandId, status: 'pending' },
    data: { status: 'effective' },
  });
}

/** A refused command leaves no text behind. */
export async function dropPending(tx: Transaction, requestId: string, commandId: string): Promise<void> {
  await tx.caseText.deleteMany({ where: { requestId, updateId: commandId, status: 'pending' } });
}
