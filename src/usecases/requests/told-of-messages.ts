import { KEPT_BACK_MAIL } from '../../domain/mail/statuses.js';
import { TOLD_AGAIN_AFTER_MS } from '../../domain/requests/correspondence.js';
import type { Notice } from '../../domain/requests/notice.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { addressesOf } from './recipients.js';
import type { RequestRow } from './request-row.js';

/**
 * Whether a mail of before still tells these people of another message: nobody on staff has replied or looked since,
 * and it isn't long ago. The caller has locked the request.
 */
export async function isToldOfMessages(
  tx: Transaction,
  services: Pick<RecordServices, 'programs'>,
  { row, to, at }: { row: RequestRow; to: Notice['to']; at: Date },
): Promise<boolean> {
  if (!row.messageWaitingSince) return false;
  const { program } = services.programs.current();
  const told = await tx.message.findFirst({
    where: {
      aboutId: row.id,
      kind: 'message-from-requester',
      to: { equals: await addressesOf(tx, program, { ...row, at }, to) },
      status: { notIn: KEPT_BACK_MAIL },
      queuedAt: { gte: row.messageWaitingSince, gt: new Date(at.getTime() - TOLD_AGAIN_AFTER_MS) },
    },
    orderBy: { queuedAt: 'desc' },
    select: { queuedAt: true },
  });
  if (!told) return false;
  const looked = await tx.caseAccess.count({
    where: {
      requestId: row.id,
      what: { in: ['request', 'correspondence'] },
      OR: [{ actor: { startsWith: 'user:' } }, { actor: { startsWith: 'key:' } }],
      at: { gte: told.queuedAt },
    },
  });
  return looked === 0;
}
