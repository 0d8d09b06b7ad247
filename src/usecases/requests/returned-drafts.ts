import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { DRAFT_STATUSES } from '../../domain/requests/statuses.js';
import type { Services } from '../../ports/services.js';

/** Of these requests, those whose draft a reviewer returned and nobody has saved since. For staff: others see none. */
export async function returnedDrafts(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  requestIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!may(actor, 'requests.read')) return new Set();
  const texts = await db.caseText.findMany({
    where: {
      requestId: { in: [...requestIds] },
      status: 'effective',
      field: { in: ['draft', 'return-note'] },
      // Of a request that was reopened, the draft of before counts no more.
      request: { status: { in: DRAFT_STATUSES }, draftAuthor: { not: null } },
    },
    orderBy: { createdAt: 'asc' },
    select: { requestId: true, field: true, author: true },
  });
  // Who returned a draft may have changed it too: that is no answer to what they wrote.
  const returnedBy = new Map<string, string | null>();
  for (const { requestId, field, author } of texts) {
    if (field === 'return-note') returnedBy.set(requestId, author);
    else if (returnedBy.get(requestId) !== author) returnedBy.set(requestId, null);
  }
  return new Set([...returnedBy].flatMap(([id, author]) => (author === null ? [] : [id])));
}
