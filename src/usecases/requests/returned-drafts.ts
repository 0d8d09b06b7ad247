import { DRAFT_STATUSES } from '../../domain/requests/statuses.js';
import type { Services } from '../../ports/services.js';

/** Of these requests, the ones whose draft a reviewer returned and nobody has saved since. */
export async function returnedDrafts(
  { db }: Pick<Services, 'db'>,
  requestIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const texts = await db.caseText.findMany({
    where: {
      requestId: { in: [...requestIds] },
      status: 'effective',
      field: { in: ['draft', 'return-note'] },
      // Of a request that was reopened, the draft of before counts no more.
      request: { status: { in: DRAFT_STATUSES }, draftAuthor: { not: null } },
    },
    orderBy: { createdAt: 'asc' },
    select: { requestId: true, field: true },
  });
  const last = new Map(texts.map(({ requestId, field }) => [requestId, field]));
  return new Set([...last].flatMap(([id, field]) => (field === 'return-note' ? [id] : [])));
}
