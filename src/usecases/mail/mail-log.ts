import type { Message } from '../../adapters/database/generated/client.js';
import { TROUBLED_MAIL } from '../../domain/mail/statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { mailsReadableBy } from './readable-mails.js';

const FIELDS = {
  id: true,
  kind: true,
  aboutId: true,
  relatedId: true,
  to: true,
  cc: true,
  subject: true,
  status: true,
  queuedAt: true,
  sentAt: true,
  resolvedBy: true,
} as const;

/** A line of the mail log: never what the mail said. */
export type LoggedMail = Pick<Message, keyof typeof FIELDS>;

const TROUBLED = { status: { in: TROUBLED_MAIL }, resolvedBy: null };

/** Mail whose fate is unknown or that failed, until somebody settles it; oldest first. */
export async function troubledMails(
  services: Services,
  actor: Actor,
  { most }: { most: number },
): Promise<Result<LoggedMail[]>> {
  const refused = refuseUnless(actor, 'messages.read');
  if (refused) return refused;
  return ok(
    await services.db.message.findMany({
      where: { ...TROUBLED, ...mailsReadableBy(actor) },
      orderBy: { queuedAt: 'asc' },
      take: most,
      select: FIELDS,
    }),
  );
}

/** All mail about a request or registration, newest first. */
export async function mailsAbout(
  services: Services,
  actor: Actor,
  aboutId: string,
): Promise<Result<LoggedMail[]>> {
  const refused = refuseUnless(actor, 'messages.read');
  if (refused) return refused;
  return ok(
    await services.db.message.findMany({
      where: { aboutId, ...mailsReadableBy(actor) },
      orderBy: { queuedAt: 'desc' },
      select: FIELDS,
    }),
  );
}

export interface CallMails {
  counts: { kind: string; status: string; n: number }[];
  /** Those that need a person, the first `most`. */
  troubled: LoggedMail[];
  troubledInAll: number;
}

/** What became of the mail of a call and of its questions. */
export async function mailsOfCall(
  services: Services,
  actor: Actor,
  callId: string,
  { most }: { most: number },
): Promise<Result<CallMails>> {
  const refused = refuseUnless(actor, 'messages.read');
  if (refused) return refused;
  const ofCall = { OR: [{ aboutId: callId }, { relatedId: callId }] };
  const where = { ...ofCall, ...TROUBLED };
  const [counts, troubled, troubledInAll] = await Promise.all([
    services.db.message.groupBy({ by: ['kind', 'status'], where: ofCall, _count: true }),
    services.db.message.findMany({ where, orderBy: { queuedAt: 'asc' }, take: most, select: FIELDS }),
    services.db.message.count({ where }),
  ]);
  return ok({
    counts: counts.map(({ kind, status, _count }) => ({ kind, status, n: _count })),
    troubled,
    troubledInAll,
  });
}
