import type { Transaction } from '../ports/database.js';
import type { DataKey, NewDataKey, Vault } from '../ports/vault.js';
import type { Recording } from './recording.js';

/** For `include` and `select` of a row whose words are opened: its data key, by the same statement. */
export const withKey = { dataKey: { select: { wrapped: true } } } as const;

/** A row with the key that its words are sealed under. */
export type WithKey<Row> = Row & { dataKey: DataKey };

/** The data key of a row that this recording writes, written at its end. */
export function makeDataKey(
  { behind }: Recording,
  { vault }: { vault: Vault },
  belongsTo: string,
): NewDataKey {
  const key = vault.newDataKey(belongsTo);
  behind.insert('dataKey', key);
  return key;
}

/**
 * Destroys data keys: what was sealed under them can't be read any more, and no backup brings it back. Where a row that has
 * one is deleted, the database does so by itself. @returns how many there were.
 */
export async function destroyDataKeys(
  tx: Pick<Transaction, '$executeRaw'>,
  ids: readonly string[],
): Promise<number> {
  return tx.$executeRaw`UPDATE data_key SET wrapped = NULL, destroyed_at = now()
    WHERE id = ANY(${[...ids]}::uuid[]) AND wrapped IS NOT NULL`;
}
