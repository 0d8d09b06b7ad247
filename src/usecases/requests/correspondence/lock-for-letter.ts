import type { CaseText } from '../../../adapters/database/generated/client.js';
import { ok, type Problem, type Result, refuse, refuseFor } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import { staleVersion } from '../../stale-version.js';
import type { Correspondence } from '../record-correspondence.js';
import { lockRequest, type RequestRow } from '../request-row.js';

export interface WriteOptions {
  commandId: string;
  ifMatch?: number;
}

interface LetterKind {
  field: Correspondence['field'];
  refusal(row: RequestRow): Problem | null;
}

/**
 * The request, locked for a letter of staff or to them, unless that can't be written now. One sent again is let
 * through, perhaps after the request has ended: the answer it had is still owed.
 */
export async function lockForLetter<Kind extends LetterKind>(
  tx: Transaction,
  id: string,
  kindOf: (row: RequestRow) => Kind,
  { commandId, ifMatch }: WriteOptions,
): Promise<Result<{ row: RequestRow; kind: Kind; before: CaseText | null }>> {
  const row = await lockRequest(tx, id);
  if (!row) return refuse('request-not-yours');
  const kind = kindOf(row);
  const where = { requestId: row.id, updateId: commandId, field: kind.field, status: 'effective' };
  const before = await tx.caseText.findFirst({ where });
  if (before) return ok({ row, kind, before });
  const refused = kind.refusal(row);
  if (refused) return refuseFor(refused);
  return staleVersion(row, ifMatch) ?? ok({ row, kind, before });
}
