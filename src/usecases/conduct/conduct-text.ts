import { randomUUID } from 'node:crypto';
import type { ConductField } from '../../domain/conduct/conduct-texts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';

interface ReviewKey {
  id: string;
  dataKey: Uint8Array;
}

export interface ConductTextToWrite {
  review: ReviewKey;
  field: ConductField;
  text: string;
  author: string;
  at: Date;
  commandId: string;
}

/**
 * Seals what was said with a decision. Pending until its event is recorded; sent again after a failure, perhaps with
 * other words, the last ones count.
 */
export async function writeConductText(
  tx: Transaction,
  { vault }: Pick<RecordServices, 'vault'>,
  { review, field, text, author, at, commandId }: ConductTextToWrite,
  status: 'pending' | 'effective' = 'pending',
): Promise<void> {
  const id = randomUUID();
  const sealed = vault.seal(review.dataKey, { table: 'conduct_text', rowId: id, field }, text);
  await tx.$executeRaw`
    INSERT INTO conduct_text (id, review_id, field, status, update_id, author, sealed, created_at)
    VALUES (${id}::uuid, ${review.id}::uuid, ${field}, ${status}, ${commandId}, ${author}, ${sealed}, ${at})
    ON CONFLICT (review_id, update_id, field) DO UPDATE
    SET id = excluded.id, author = excluded.author, sealed = excluded.sealed, created_at = excluded.created_at
    WHERE conduct_text.status = 'pending'`;
}

export function openConductText(
  { vault }: Pick<RecordServices, 'vault'>,
  review: ReviewKey,
  row: { id: string; field: string; sealed: Uint8Array },
): string {
  const field = { table: 'conduct_text', rowId: row.id, field: row.field };
  return vault.open(review.dataKey, field, row.sealed);
}

/** With its event recorded, what was said counts. */
export function makeConductTextEffective({ behind }: Recording, reviewId: string, commandId: string): void {
  behind.also(sql`UPDATE conduct_text SET status = 'effective'
    WHERE review_id = ${reviewId}::uuid AND update_id = ${commandId} AND status = 'pending'`);
}

/** A refused decision leaves no words behind. */
export async function dropPendingConductText(
  tx: Transaction,
  reviewId: string,
  commandId: string,
): Promise<void> {
  await tx.conductText.deleteMany({ where: { reviewId, updateId: commandId, status: 'pending' } });
}
