import { type AnswerField, versionMissed } from '../../domain/requests/answer-field.js';
import { type Result, refuseAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { openCaseText } from '../requests/case-text.js';
import { currentDraft } from '../requests/drafts.js';
import type { RequestRow } from '../requests/request-row.js';

/** A draft that somebody brings, and the version they began from. */
interface Brought {
  field: AnswerField;
  body: string;
  base: string | null;
}

/**
 * Refuses words begun from another version than the last one, unless they are the same: nothing is saved over what
 * its writer has not read. `base` left out: nobody asks. What this very command saved is no other version.
 */
export async function refuseIfMoved(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  {
    base,
    commandId,
    ...brought
  }: { field: AnswerField; body: string; base: string | null | undefined; commandId: string },
): Promise<Result<never> | null> {
  if (base === undefined || !(await hasMoved(tx, services, row, { ...brought, base }))) return null;
  const own = { requestId: row.id, field: brought.field, status: 'effective', updateId: commandId };
  if ((await tx.caseText.count({ where: own })) > 0) return null;
  return refuseAt('/body', 'answer-moved');
}

/** Whether the last version is another than the one that was begun from, with other words. */
export async function hasMoved(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  { field, body, base }: Brought,
): Promise<boolean> {
  const latest = await tx.caseText.findFirst({
    where: { requestId: row.id, field, status: 'effective' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const last = latest && { id: latest.id, body: openCaseText(services, row, latest) };
  return versionMissed(last ?? undefined, { base, body }) !== null;
}

/**
 * Whether these are the words of the draft as it stands: sent again they are no version. So nobody becomes the author of what
 * another wrote, who could then review it themself.
 */
export async function isUnchanged(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  row: RequestRow,
  body: string,
): Promise<boolean> {
  const draft = await currentDraft(tx, row);
  const text = draft && (await tx.caseText.findUnique({ where: { id: draft.id } }));
  return text ? openCaseText(services, row, text) === body : false;
}
