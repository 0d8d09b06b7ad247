import type { Prisma } from '../../adapters/database/generated/client.js';
import { isMailKind, MAIL, MAIL_OF_REVIEWS } from '../../domain/mail/kinds.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';

/** Of the mail log all but what tells of conduct reviews, of which nobody learns who doesn't hold them. */
export function mailsReadableBy(actor: Actor): Prisma.MessageWhereInput {
  const all = actor.kind === 'system' || may(actor, 'conduct.review');
  return all ? {} : { kind: { notIn: [...MAIL_OF_REVIEWS] } };
}

export const mayReadMail = (actor: Actor, kind: string): boolean =>
  may(actor, 'conduct.review') || !isMailKind(kind) || MAIL[kind].about !== 'review';
