import { randomUUID } from 'node:crypto';
import type { Transaction } from '../ports/database.js';
import type { RecordServices } from '../ports/services.js';
import type { DataKey } from '../ports/vault.js';
import type { Recording } from './recording.js';
import { named, sql } from './sql.js';

/** The row of a process, under whose key its words are sealed. */
interface Owner {
  id: string;
  dataKey: DataKey;
}

export interface WordsToWrite<Field extends string> {
  owner: Owner;
  field: Field;
  text: string;
  author: string;
  at: Date;
  commandId: string;
}

/**
 * Words that come with decisions about a process, in a table of their own: sealed, and pending until their event is
 * recorded. `owner` is the column that names the process.
 */
export function processWords<Field extends string>(where: { table: string; owner: string }) {
  const { table } = where;
  const [rows, owned] = [named(table), named(where.owner)];
  return {
    /** Sent again after a failure, perhaps with other words, the last ones count. */
    async write(
      tx: Transaction,
      { vault }: Pick<RecordServices, 'vault'>,
      { owner, field, text, author, at, commandId }: WordsToWrite<Field>,
      status: 'pending' | 'effective' = 'pending',
    ): Promise<void> {
      const id = randomUUID();
      const sealed = vault.seal(owner.dataKey, { table, rowId: id, field }, text);
      await tx.$executeRaw`
        INSERT INTO ${rows} (id, ${owned}, field, status, update_id, author, sealed, created_at)
        VALUES (${id}::uuid, ${owner.id}::uuid, ${field}, ${status}, ${commandId}, ${author}, ${sealed}, ${at})
        ON CONFLICT (${owned}, update_id, field) DO UPDATE
        SET id = excluded.id, author = excluded.author, sealed = excluded.sealed, created_at = excluded.created_at
        WHERE ${rows}.status = 'pending'`;
    },

    open(
      { vault }: Pick<RecordServices, 'vault'>,
      owner: Owner,
      { id, field, sealed }: { id: string; field: string; sealed: Uint8Array },
    ): string {
      return vault.open(owner.dataKey, { table, rowId: id, field }, sealed);
    },

    /** With its event recorded, what was said counts. */
    makeEffective({ behind }: Recording, ownerId: string, commandId: string): void {
      behind.also(sql`UPDATE ${rows} SET status = 'effective'
        WHERE ${owned} = ${ownerId}::uuid AND update_id = ${commandId} AND status = 'pending'`);
    },

    /** A refused decision leaves no words behind. */
    async dropPending(tx: Transaction, ownerId: string, commandId: string): Promise<void> {
      await tx.$executeRaw`DELETE FROM ${rows}
        WHERE ${owned} = ${ownerId}::uuid AND update_id = ${commandId} AND status = 'pending'`;
    },
  };
}
