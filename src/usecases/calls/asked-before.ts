import type { Actor } from '../../domain/people/actor.js';
import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { partFingerprint } from '../requests/fingerprint.js';

export function questionFingerprint(services: Pick<RecordServices, 'vault'>, text: string): string {
  return partFingerprint(services, text);
}

/** The open TA request of a person that asks the same words; null: none. */
export async function requestWithWords(
  tx: Transaction,
  asked: { personId: string; fingerprint: string },
): Promise<{ id: string; reference: string } | null> {
  return tx.taRequest.findFirst({
    where: {
      requesterId: asked.personId,
      textParts: { has: asked.fingerprint },
      status: { in: OPEN_STATUSES },
    },
    orderBy: { receivedAt: 'asc' },
    select: { id: true, reference: true },
  });
}

/** Somebody's own open TA request that asks these words; null: none. */
export async function ownRequestWithWords(
  services: Pick<Services, 'db' | 'vault'>,
  actor: Actor,
  words: string,
): Promise<{ id: string; reference: string } | null> {
  if (actor.kind !== 'person') return null;
  const fingerprint = questionFingerprint(services, words);
  return requestWithWords(services.db, { personId: actor.id, fingerprint });
}

/**
 * Whether somebody gets a written answer to the same words anyway: it is open as a TA request of theirs, or it
 * stood for another call and is about to become one.
 */
export async function askedBefore(
  tx: Transaction,
  asked: { personId: string; fingerprint: string; callId: string; questionId?: string },
): Promise<boolean> {
  if (await requestWithWords(tx, asked)) return true;
  const waiting = await tx.callQuestion.count({
    where: {
      personId: asked.personId,
      textFingerprint: asked.fingerprint,
      callId: { not: asked.callId },
      status: 'not-selected',
      convertAt: { not: null },
      ...(asked.questionId ? { id: { not: asked.questionId } } : {}),
    },
  });
  return waiting > 0;
}
