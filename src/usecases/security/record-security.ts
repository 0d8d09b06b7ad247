import type { Prisma } from '../../adapters/database/generated/client.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { isCode, type SecurityEvent } from '../../domain/security/security-events.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';

export type Recorded = SecurityEvent & {
  /** Who did it: an actor, or the reference of one. */
  actor: Actor | string;
  /** Whom or what it is about: `user:<id>`, `key:<id>`, `person:<id>`, `request:<id>` … */
  about?: string;
};

/**
 * Writes what matters to security into its record, in the transaction of what it tells of: both are there or neither.
 * @throws TypeError for what is no id, code or count: a name or a word that somebody typed never gets here.
 */
export async function recordSecurity(
  tx: Transaction,
  { clock, whence }: Pick<RecordServices, 'clock' | 'whence'>,
  ...events: readonly Recorded[]
): Promise<void> {
  if (events.length === 0) return;
  const at = clock.now();
  await tx.securityEvent.createMany({ data: events.map((event) => ({ ...rowOf(event), at, whence })) });
}

function rowOf({
  kind,
  actor,
  about,
  data,
}: Recorded): Omit<Prisma.SecurityEventCreateManyInput, 'at' | 'whence'> {
  const ref = typeof actor === 'string' ? actor : actorRef(actor);
  if (![ref, about ?? null, ...Object.values(data ?? {})].every(isCode)) {
    throw new TypeError(`a ${kind} carries what is no id, code or count`);
  }
  return { kind, actor: ref, about, data: { ...data } as Prisma.InputJsonObject };
}
