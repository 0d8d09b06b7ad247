import { randomUUID } from 'node:crypto';
import type { IntroductionField } from '../../domain/mentors/introduction-texts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';

interface Key {
  id: string;
  dataKey: Uint8Array;
}

/**
 * Seals what was said with a decision. Pending until its event is recorded; sent again after a failure, perhaps with
 * other words, the last ones count.
 */
export async function writeIntroductionText(
  tx: Transaction,
  { vault }: Pick<RecordServices, 'vault'>,
  {
    introduction,
    field,
    text,
    author,
    at,
    commandId,
  }: {
    introduction: Key;
    field: IntroductionField;
    text: string;
    author: string;
    at: Date;
    commandId: string;
  },
): Promise<void> {
  const id = randomUUID();
  const sealed = vault.seal(introduction.dataKey, { table: 'introduction_text', rowId: id, field }, text);
  await tx.$executeRaw`
    INSERT INTO introduction_text (id, introduction_id, field, status, update_id, author, sealed, created_at)
    VALUES (${id}::uuid, ${introduction.id}::uuid, ${field}, 'pending', ${commandId}, ${author}, ${sealed}, ${at})
    ON CONFLICT (introduction_id, update_id, field) DO UPDATE
    SET id = excluded.id, author = excluded.author, sealed = excluded.sealed, created_at = excluded.created_at
    WHERE introduction_text.status = 'pending'`;
}

export function openIntroductionText(
  { vault }: Pick<RecordServices, 'vault'>,
  introduction: Key,
  row: { id: string; field: string; sealed: Uint8Array },
): string {
  const field = { table: 'introduction_text', rowId: row.id, field: row.field };
  return vault.open(introduction.dataKey, field, row.sealed);
}

/** With its event recorded, what was said counts. */
export function makeIntroductionTextEffective({ behind }: Recording, id: string, commandId: string): void {
  behind.also(sql`UPDATE introduction_text SET status = 'effective'
    WHERE introduction_id = ${id}::uuid AND update_id = ${commandId} AND status = 'pending'`);
}

/** A refused decision leaves no words behind. */
export async function dropPendingIntroductionText(
  tx: Transaction,
  introductionId: string,
  commandId: string,
): Promise<void> {
  await tx.introductionText.deleteMany({ where: { introductionId, updateId: commandId, status: 'pending' } });
}
