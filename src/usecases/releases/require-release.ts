import type { RecipientKind, ReleasePart } from '../../domain/releases/release-scope.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';

/** What is about to leave the program: of which request, which parts, to what kind of recipient. */
export interface Disclosure {
  requestId: string;
  recipientKind: RecipientKind;
  parts: readonly ReleasePart[];
  /** This very release; left out: any. */
  releaseId?: string | undefined;
  at: Date;
}

/**
 * The release in force that covers it: signed, neither revoked nor past its end, whether or not anybody has recorded that end
 * yet. Whatever passes something of a request to somebody outside asks this, at the moment it does. Refuses `not-allowed-now`, with a
 * reason that names what a release would have to cover.
 */
export async function requireRelease(
  tx: Pick<Transaction, 'release'>,
  { requestId, recipientKind, parts, releaseId, at }: Disclosure,
): Promise<Result<{ id: string; expiresAt: Date }>> {
  const found = await tx.release.findFirst({
    where: {
      ...(releaseId === undefined ? {} : { id: releaseId }),
      ...{ requestId, recipientKind, status: 'in-force' },
      expiresAt: { gt: at },
      parts: { hasEvery: [...parts] },
    },
    orderBy: { expiresAt: 'desc' },
    select: { id: true, expiresAt: true },
  });
  return found ? ok(found) : refuse('no-release', { recipientKind, parts: [...parts] });
}
