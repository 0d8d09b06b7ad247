import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { DRAFT_STATUSES } from '../../domain/requests/statuses.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';

/** A draft that is being worked on. */
export interface DraftAtWork {
  /** Who saved it last on purpose, as actor reference; a reviewer who changed it as they returned it has not. */
  author: string;
  /** A reviewer returned it, and nobody has saved it since. */
  returned: boolean;
  /** They changed the text, too: the versions before and after. */
  changed: { from: string; to: string } | null;
}

/** Of these requests, those that have a draft nobody reviews now. For staff: others see none. */
export async function draftsAtWork(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, DraftAtWork>> {
  return may(actor, 'requests.read') ? draftsOf(db, requestIds) : new Map();
}

/** The same for the system itself. */
export async function draftsOf(
  tx: Database | Transaction,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, DraftAtWork>> {
  const texts = await tx.caseText.findMany({
    where: {
      requestId: { in: [...requestIds] },
      status: 'effective',
      field: { in: ['draft', 'return-note'] },
      // Of a request that was reopened, the draft of before counts no more.
      request: { status: { in: DRAFT_STATUSES }, draftAuthor: { not: null } },
    },
    // A note stands before the version that came with it.
    orderBy: [{ createdAt: 'asc' }, { field: 'desc' }],
    select: { id: true, requestId: true, field: true, author: true, updateId: true },
  });
  const drafts = new Map<string, Draft>();
  for (const text of texts) drafts.set(text.requestId, next(drafts.get(text.requestId) ?? NONE, text));
  return new Map(
    [...drafts].map(([id, { author, returned, changed }]) => [id, { author, returned, changed }]),
  );
}

interface Draft extends DraftAtWork {
  /** The command that returned it, and the version before. */
  returnedBy: string | null;
  last: string | null;
}

const NONE: Draft = { author: '', returned: false, changed: null, returnedBy: null, last: null };

interface Text {
  id: string;
  field: string;
  author: string;
  updateId: string | null;
}

function next(draft: Draft, { id, field, author, updateId }: Text): Draft {
  if (field === 'return-note') return { ...draft, returned: true, changed: null, returnedBy: updateId };
  // What a reviewer changed as they returned it is no answer to what they wrote.
  if (updateId !== null && updateId === draft.returnedBy && draft.last)
    return { ...draft, last: id, changed: { from: draft.last, to: id } };
  return { ...NONE, author, last: id };
}
