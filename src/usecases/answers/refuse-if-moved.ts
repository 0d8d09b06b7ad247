import type { AnswerField } from '../../domain/requests/answer-field.js';
import { type Result, refuseAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { openCaseText } from '../requests/case-text.js';
import { currentDraft } from '../requests/drafts.js';
import type { RequestRow } from '../requests/request-row.js';

/**
 * Refuses words begun from another version than the last one, unless they are the same: nothing is saved over what
 * its writer has not read. `base` left out: nobody asks. What this very command saved is no other version.
 */
export async function refuseIfMoved(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  {
    field,
    body,
    base,
    commandId,
  }: { field: AnswerField; body: string; base: string | null | undefined; commandId: string },
): Promise<Result<never> | null> {
  if (base === undefined) return null;
  const versions = { requestId: row.id, field, status: 'effective' };
  const latest = await tx.caseText.findFirst({
    where: versions,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if ((latest?.id ?? null) === base) return null;
  if (latest && openCaseText(services, row, latest) === body) return null;
  if ((await tx.caseText.count({ where: { ...versions, updateId: commandId } })) > 0) return null;
  return refuseAt('/body', 'answer-moved');
}

/**
 * Whose words these are already: the draft as it stands, sent again unchanged by somebody else. Nobody becomes the author of
 * what another wrote, who could then review it themself. Null: they are new, or their own.
 */
export async function unchangedOfAnother(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  { body, by }: { body: string; by: string },
): Promise<{ id: string; author: string } | null> {
  const draft = await currentDraft(tx, row);
  if (!draft || draft.author === by) return null;
  const text = await tx.caseText.findUnique({ where: { id: draft.id } });
  return text && openCaseText(services, row, text) === body ? draft : null;
}
