import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../src/ports/database.js';
import type { NewDataKey } from '../../src/ports/vault.js';

const nobodys = (): NewDataKey => ({
  id: randomUUID(),
  belongsTo: 'test',
  wrapped: Uint8Array.of(1),
  keyId: 'test',
});

/** A data key in the database, for a row that a test writes by itself; by default one that opens nothing. */
export async function storedKey(
  db: Pick<Database | Transaction, 'dataKey'>,
  key: NewDataKey = nobodys(),
): Promise<NewDataKey> {
  await db.dataKey.create({ data: key });
  return key;
}
